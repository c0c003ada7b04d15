//! The day from which the days of a duty per project are counted.

use crate::{
    model::{Dossier, Project},
    policy::{
        approvals::Step,
        duties::Anchor,
        stages::{Requirement, StepStatus},
    },
};
use chrono::NaiveDate;

/// The day of the anchor, or its planned day while it has none. `created` and the end of the first year depend on no
/// dossier.
pub(super) fn anchor_day(anchor: Anchor, dossier: &Dossier) -> Option<NaiveDate> {
    let entry = &dossier.project_community;
    let project = &dossier.project;
    match anchor {
        Anchor::S01 => step_day(project, Step::S01),
        Anchor::S02 => step_day(project, Step::S02),
        Anchor::S03 => step_day(project, Step::S03).or_else(|| step_day(project, Step::S03c)),
        Anchor::S04 => step_day(project, Step::S04),
        Anchor::S05 => step_day(project, Step::S05),
        Anchor::S08 => step_day(project, Step::S08),
        Anchor::Start => entry.actual_start.or(entry.planned_start),
        Anchor::Acceptance => step_day(project, Step::S09).or(entry.completed_on).or(entry.planned_finish),
        Anchor::Created | Anchor::FirstYearEnd => None,
    }
}

/// The day when a step was passed, or when it was settled that it is not needed or merged; else its planned day.
fn step_day(project: &Project, step: Step) -> Option<NaiveDate> {
    let entry = project.step(step)?;
    let settled = entry.status == StepStatus::Passed || entry.requirement != Requirement::Needed;
    entry.date.filter(|_| settled).or(entry.planned_on)
}
