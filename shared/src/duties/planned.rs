//! The tasks that a programme has on a day, computed from nothing but the programme and its dossiers.

use super::{
    Listed, TaskOwner,
    anchor::anchor_day,
    every_duty,
    owners::{owners, project_owner, responsible},
    trigger::concerns,
};
use crate::{
    exact::{Month, Period},
    facts::ProjectFacts,
    model::{Dossier, DutyTask, Programme},
    policy::{
        due_date::due_date,
        duties::{Anchor, Frequency, Trigger},
        parameters::{DUTY_MONTH_DUE_DAY, PROGRAMME_YEAR_FROM, PROGRAMME_YEAR_TO, SHIFT_DEADLINES_OVER_HOLIDAYS},
        stages::Stage,
    },
};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// What the making of tasks reads.
#[derive(Clone, Copy, Debug)]
pub struct DutyFacts<'a> {
    /// The programme with its calendar, its parameters and who took over from whom.
    pub programme: &'a Programme,
    /// Its dossiers, each with its plan.
    pub dossiers: &'a [Dossier],
}

/// A task that ought to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedTask {
    /// Always the same for the same duty, first owner and subject.
    pub id: Uuid,
    /// `11.2`
    pub duty: &'static str,
    /// Who answers for it on the day.
    pub owner: TaskOwner,
    /// The period, of duties that return.
    pub period: Option<Period>,
    /// The project community, of duties per project.
    pub project_community: Option<Uuid>,
    /// The day from which it is there.
    pub created_on: NaiveDate,
    /// 办理时限
    pub due: Option<NaiveDate>,
}

/// Every task that ought to be there on a day, by duty, subject and owner. Duties that arise (A) are made by people.
pub fn planned_tasks(facts: DutyFacts<'_>, today: NaiveDate) -> Vec<PlannedTask> {
    let making = Making { programme: facts.programme, today, began: began(facts.programme, today) };
    let views: Vec<ProjectFacts<'_>> = facts.dossiers.iter().map(|dossier| ProjectFacts::of(dossier, today)).collect();
    let dossiers: Vec<(&Dossier, &ProjectFacts<'_>)> = facts.dossiers.iter().zip(&views).collect();
    let mut tasks = Vec::new();
    for listed in every_duty() {
        match listed.frequency() {
            Frequency::Year => making.returning(listed, Period::year_of, &dossiers, &mut tasks),
            Frequency::Quarter => making.returning(listed, Period::quarter_of, &dossiers, &mut tasks),
            Frequency::Month => making.returning(listed, Period::month_of, &dossiers, &mut tasks),
            Frequency::Once => making.once(listed, &mut tasks),
            Frequency::Project => {
                for (dossier, view) in dossiers.iter().filter(|(dossier, _)| is_in_issued_plan(dossier)) {
                    if listed.trigger().is_none_or(|trigger| concerns(trigger, dossier, view)) {
                        making.of_project(listed, dossier, view, &mut tasks);
                    }
                }
            }
            Frequency::Arising => {}
        }
    }
    tasks
}

/// The task of a duty that has arisen (A), due some days after the day on which it is entered.
pub fn arisen(programme: &Programme, listed: Listed, id: Uuid, occasion: &str, today: NaiveDate) -> DutyTask {
    let making = Making { programme, today, began: began(programme, today) };
    let owner = owners(listed, None).into_iter().next().unwrap_or_default();
    let days = listed.due().map_or(0, |(_, days)| days.days(&programme.settings, today));
    DutyTask {
        id,
        duty: listed.code().to_owned(),
        owner: responsible(programme, listed.code(), &owner, today),
        occasion: occasion.to_owned(),
        created_on: Some(today),
        due: making.after(today, days),
        ..DutyTask::default()
    }
}

/// The first day of the programme: nothing before it is due.
pub fn began(programme: &Programme, today: NaiveDate) -> NaiveDate {
    let first_year = programme.settings.get(PROGRAMME_YEAR_FROM, today);
    let january = i32::try_from(first_year).ok().and_then(|year| Month::new(year, 1));
    programme.active_from.or(january).map_or(NaiveDate::MIN, Month::first_day)
}

/// Tasks of a project are made when its community enters a 下达 plan.
fn is_in_issued_plan(dossier: &Dossier) -> bool {
    let entry = &dossier.project_community;
    let plan = dossier.plan.as_ref().filter(|plan| Some(plan.id) == entry.plan);
    entry.stage != Stage::Withdrawn && plan.is_some_and(|plan| plan.is_issued())
}

struct Making<'a> {
    programme: &'a Programme,
    today: NaiveDate,
    began: NaiveDate,
}

impl Making<'_> {
    fn returning(
        &self,
        listed: Listed,
        holds: fn(NaiveDate) -> Period,
        dossiers: &[(&Dossier, &ProjectFacts<'_>)],
        tasks: &mut Vec<PlannedTask>,
    ) {
        let last_year = self.programme.settings.get(PROGRAMME_YEAR_TO, self.today);
        let last = i32::try_from(last_year).ok().map_or(self.today, |year| Period::Year(year).last_day());
        let until = self.today.min(last);
        let periods = std::iter::successors(Some(holds(self.began)), |period| Some(period.next()));
        for period in periods.take_while(|period| period.first_day() <= until) {
            let created_on = period.first_day().max(self.began);
            let due = self.shifted(self.end_of(period));
            for owner in self.owners_in(listed, period, dossiers) {
                let task = self.task(listed, &owner, &period.to_string(), created_on, due);
                tasks.push(PlannedTask { period: Some(period), ..task });
            }
        }
    }

    /// A duty of projects under works is its project owner's in the months in which works went on.
    fn owners_in(
        &self,
        listed: Listed,
        period: Period,
        dossiers: &[(&Dossier, &ProjectFacts<'_>)],
    ) -> std::collections::BTreeSet<TaskOwner> {
        if listed.trigger() == Some(Trigger::UnderWorks) {
            let at_work = dossiers.iter().filter(|(dossier, _)| worked_in(dossier, period));
            at_work.map(|(dossier, _)| project_owner(dossier)).filter(|owner| !owner.is_empty()).collect()
        } else {
            owners(listed, None)
        }
    }

    /// Monthly duties have some days of the next month; the others end with their period.
    fn end_of(&self, period: Period) -> NaiveDate {
        let last = period.last_day();
        match period {
            Period::Month(_) => {
                let days = self.programme.settings.get(DUTY_MONTH_DUE_DAY, last);
                last.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(last)
            }
            Period::Year(_) | Period::Quarter(..) => last,
        }
    }

    fn once(&self, listed: Listed, tasks: &mut Vec<PlannedTask>) {
        let first_year = self.programme.settings.get(PROGRAMME_YEAR_FROM, self.today);
        let end = i32::try_from(first_year).ok().map(|year| Period::Year(year).last_day());
        for owner in owners(listed, None) {
            let due = end.and_then(|end| self.shifted(end));
            tasks.push(self.task(listed, &owner, "", self.began, due));
        }
    }

    fn of_project(&self, listed: Listed, dossier: &Dossier, view: &ProjectFacts<'_>, tasks: &mut Vec<PlannedTask>) {
        let entry = &dossier.project_community;
        let issued_on = dossier.plan.as_ref().and_then(|plan| plan.issued_on);
        let created_on = issued_on.max(entry.entered_on).unwrap_or(self.today);
        let due = listed.due().and_then(|(anchor, days)| {
            let from = if anchor == Anchor::Created { Some(created_on) } else { anchor_day(anchor, dossier) }?;
            self.after(from, days.days(&self.programme.settings, from))
        });
        for owner in owners(listed, Some((dossier, view))) {
            let task = self.task(listed, &owner, &entry.id.to_string(), created_on, due);
            tasks.push(PlannedTask { project_community: Some(entry.id), ..task });
        }
    }

    fn task(
        &self,
        listed: Listed,
        owner: &str,
        subject: &str,
        created_on: NaiveDate,
        due: Option<NaiveDate>,
    ) -> PlannedTask {
        let name = format!("{}/{owner}/{subject}", listed.code());
        PlannedTask {
            id: Uuid::new_v5(&self.programme.id, name.as_bytes()),
            duty: listed.code(),
            owner: responsible(self.programme, listed.code(), owner, self.today),
            period: None,
            project_community: None,
            created_on,
            due,
        }
    }

    fn shifted(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.after(day, 0)
    }

    fn after(&self, from: NaiveDate, days: i64) -> Option<NaiveDate> {
        let shift = self.programme.settings.get(SHIFT_DEADLINES_OVER_HOLIDAYS, from);
        Some(due_date(from, days, &self.programme.calendar, shift))
    }
}

/// Whether works went on in a period: from the month of the start to that of completion or withdrawal.
fn worked_in(dossier: &Dossier, period: Period) -> bool {
    let entry = &dossier.project_community;
    let ended = entry.completed_on.or(entry.withdrawn_on);
    entry.actual_start.is_some_and(|start| start <= period.last_day())
        && ended.is_none_or(|ended| Month::of(ended).last_day() >= period.first_day())
}
