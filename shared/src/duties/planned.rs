//! The tasks that a programme has on a day, computed from nothing but the programme and its dossiers.

use super::{
    Listed, TaskOwner, every_duty,
    making::Making,
    owners::{owners, responsible},
    trigger::concerns,
};
use crate::{
    exact::{Month, Period},
    facts::ProjectFacts,
    model::{Dossier, DutyTask, Programme},
    policy::{
        duties::{Frequency, Trigger},
        parameters::PROGRAMME_YEAR_FROM,
        stages::Stage,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
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

/// Every task that ought to be there on a day: those of the programme itself, then those that its dossiers give. Duties that
/// arise (A) are made by people.
pub fn planned_tasks(facts: DutyFacts<'_>, today: NaiveDate) -> Vec<PlannedTask> {
    let mut tasks = planned_of_programme(facts.programme, today);
    tasks.extend(planned_of_dossiers(facts, today));
    tasks
}

/// The tasks that the programme has whatever its communities do: those of each year, quarter and month, and those that
/// come once.
pub fn planned_of_programme(programme: &Programme, today: NaiveDate) -> Vec<PlannedTask> {
    let making = Making::new(programme, today);
    let mut tasks = Vec::new();
    for listed in every_duty().filter(|listed| listed.trigger() != Some(Trigger::UnderWorks)) {
        if let Some(holds) = period_of(listed.frequency()) {
            making.returning(listed, holds, &mut tasks);
        } else if listed.frequency() == Frequency::Once {
            making.once(listed, &mut tasks);
        }
    }
    tasks
}

/// The tasks that these dossiers give, each once: those per project, and those that return while works go on. A task of
/// one dossier depends on no other one, so that after a change only what has changed is looked at.
pub fn planned_of_dossiers(facts: DutyFacts<'_>, today: NaiveDate) -> Vec<PlannedTask> {
    let making = Making::new(facts.programme, today);
    let mut tasks = Vec::new();
    let mut shared = BTreeMap::new();
    for dossier in facts.dossiers {
        let view = ProjectFacts::of(dossier, today);
        for listed in every_duty() {
            if listed.trigger() == Some(Trigger::UnderWorks) {
                if let Some(holds) = period_of(listed.frequency()) {
                    // Project owners have one such task a period, however many works they have.
                    shared.extend(making.under_works(listed, holds, dossier).into_iter().map(|task| (task.id, task)));
                }
            } else if listed.frequency() == Frequency::Project
                && is_in_issued_plan(dossier)
                && listed.trigger().is_none_or(|trigger| concerns(trigger, dossier, &view))
            {
                making.of_project(listed, dossier, &view, &mut tasks);
            }
        }
    }
    tasks.extend(shared.into_values());
    tasks
}

/// The period of a duty that returns, by a day in it.
const fn period_of(frequency: Frequency) -> Option<fn(NaiveDate) -> Period> {
    match frequency {
        Frequency::Year => Some(Period::year_of),
        Frequency::Quarter => Some(Period::quarter_of),
        Frequency::Month => Some(Period::month_of),
        Frequency::Once | Frequency::Project | Frequency::Arising => None,
    }
}

/// The task of a duty that has arisen (A), due some days after the day on which it is entered.
pub fn arisen(programme: &Programme, listed: Listed, id: Uuid, occasion: &str, today: NaiveDate) -> DutyTask {
    let making = Making::new(programme, today);
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
