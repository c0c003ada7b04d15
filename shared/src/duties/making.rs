//! One task after the other: its identity, whose it is on the day, and when it is due.

use super::{
    Listed, PlannedTask,
    anchor::anchor_day,
    owners::{owners, project_owner, responsible},
    planned::began,
};
use crate::{
    exact::{Month, Period},
    facts::ProjectFacts,
    model::{Dossier, Programme},
    policy::{
        due_date::due_date,
        duties::Anchor,
        parameters::{DUTY_MONTH_DUE_DAY, PROGRAMME_YEAR_FROM, PROGRAMME_YEAR_TO, SHIFT_DEADLINES_OVER_HOLIDAYS},
    },
};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// Makes tasks of a programme on a day.
pub(super) struct Making<'a> {
    programme: &'a Programme,
    today: NaiveDate,
    began: NaiveDate,
}

impl<'a> Making<'a> {
    pub(super) fn new(programme: &'a Programme, today: NaiveDate) -> Self {
        Self { programme, today, began: began(programme, today) }
    }

    /// The tasks of a duty that returns in every period.
    pub(super) fn returning(&self, listed: Listed, holds: fn(NaiveDate) -> Period, tasks: &mut Vec<PlannedTask>) {
        let owners = owners(listed, None);
        for period in self.periods(holds) {
            tasks.extend(owners.iter().map(|owner| self.of_period(listed, owner, period)));
        }
    }

    /// The tasks of a duty of projects under works: its project owner's in the periods in which these works went on.
    pub(super) fn under_works(
        &self,
        listed: Listed,
        holds: fn(NaiveDate) -> Period,
        dossier: &Dossier,
    ) -> Vec<PlannedTask> {
        let owner = project_owner(dossier);
        if owner.is_empty() {
            return Vec::new();
        }
        let periods = self.periods(holds).filter(|period| worked_in(dossier, *period));
        periods.map(|period| self.of_period(listed, &owner, period)).collect()
    }

    /// From the one in which the programme began to the one that holds the day, or the programme's last.
    fn periods(&self, holds: fn(NaiveDate) -> Period) -> impl Iterator<Item = Period> {
        let last_year = self.programme.settings.get(PROGRAMME_YEAR_TO, self.today);
        let last = i32::try_from(last_year).ok().map_or(self.today, |year| Period::Year(year).last_day());
        let until = self.today.min(last);
        std::iter::successors(Some(holds(self.began)), |period| Some(period.next()))
            .take_while(move |period| period.first_day() <= until)
    }

    fn of_period(&self, listed: Listed, owner: &str, period: Period) -> PlannedTask {
        let created_on = period.first_day().max(self.began);
        let task = self.task(listed, owner, &period.to_string(), created_on, self.shifted(self.end_of(period)));
        PlannedTask { period: Some(period), ..task }
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

    /// The tasks of a duty that comes once, at the end of the first year.
    pub(super) fn once(&self, listed: Listed, tasks: &mut Vec<PlannedTask>) {
        let first_year = self.programme.settings.get(PROGRAMME_YEAR_FROM, self.today);
        let end = i32::try_from(first_year).ok().map(|year| Period::Year(year).last_day());
        for owner in owners(listed, None) {
            let due = end.and_then(|end| self.shifted(end));
            tasks.push(self.task(listed, &owner, "", self.began, due));
        }
    }

    /// The tasks of a duty per project.
    pub(super) fn of_project(
        &self,
        listed: Listed,
        dossier: &Dossier,
        view: &ProjectFacts<'_>,
        tasks: &mut Vec<PlannedTask>,
    ) {
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

    /// So many days after a day, by the calendar.
    pub(super) fn after(&self, from: NaiveDate, days: i64) -> Option<NaiveDate> {
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
