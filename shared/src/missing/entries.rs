//! Facts that nobody has entered and of which no rule speaks, or of which it speaks as of something wrong.

use super::{Found, Lack, MissingEntry, Who};
use crate::{
    duties::OFFICE,
    exact::{Area, Month},
    facts::ProjectFacts,
    finding::Gate,
    model::{AnnualPlan, Dossier},
    reports::{Filed, ReportStanding, expected},
    rules::works_period::WorksPeriod,
};

const DEVELOPMENT: &str = "02";

/// Adds them.
pub(super) fn find(dossier: &Dossier, facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Found>) {
    let (entry, project) = (&dossier.project_community, &dossier.project);
    let blank = |text: &str| text.trim().is_empty();
    let office = Who::Unit(OFFICE);
    let is_issued = entry.plan.is_some() && dossier.plan.as_ref().is_some_and(AnnualPlan::is_issued);
    let asked = [
        (MissingEntry::Buildings, !facts.buildings.iter().any(|building| building.in_scope), office, Gate::G1),
        (MissingEntry::Households, entry.scope_households <= 0, office, Gate::G1),
        (MissingEntry::Area, entry.scope_area <= Area::default(), office, Gate::G1),
        (MissingEntry::Works, entry.lines.is_empty(), Who::ProjectOwner, Gate::G1),
        (MissingEntry::ProjectOwner, blank(&project.project_owner), office, Gate::G1),
        (
            MissingEntry::Schedule,
            entry.planned_start.is_none() || entry.planned_finish.is_none(),
            Who::ProjectOwner,
            Gate::G1,
        ),
        (MissingEntry::ProjectCode, blank(&project.national_code), Who::ProjectOwner, Gate::G2),
        (MissingEntry::ApprovedByClass, project.approved.is_none(), Who::ProjectOwner, Gate::G2),
        (MissingEntry::IssuedPlan, !is_issued, office, Gate::G2),
        (MissingEntry::ActualStart, entry.actual_start.is_none() && entry.stage.is_under_works(), office, Gate::G2),
        (MissingEntry::CompletedOn, entry.completed_on.is_none(), office, Gate::G4),
    ];
    for (what, is_missing, who, from) in asked {
        if is_missing && gate >= from {
            let one = Found::new(Lack::Entry(what), who, from);
            found.push(if what == MissingEntry::ApprovedByClass { one.with(DEVELOPMENT) } else { one });
        }
    }
    let months = overdue(dossier, facts);
    if !months.is_empty() {
        let one = Found::new(Lack::Reports(months), Who::ProjectOwner, Gate::G0);
        found.push(Found { from: None, ..one });
    }
}

/// The months of the works whose report is overdue.
fn overdue(dossier: &Dossier, facts: &ProjectFacts<'_>) -> Vec<Month> {
    let works = WorksPeriod::of_entry(&dossier.project_community, &dossier.programme);
    let filed = dossier.reports.iter().map(Filed::from);
    let all = expected(works, filed, facts.settings, &dossier.programme.calendar, facts.today);
    all.into_iter().filter(|one| one.standing == ReportStanding::Overdue).map(|one| one.period).collect()
}
