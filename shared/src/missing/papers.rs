//! Steps of which no rule of the whole validator speaks, and the document numbers of those that have passed.

use super::{Found, Lack, Who};
use crate::{
    duties::{OFFICE, TOWN},
    facts::ProjectFacts,
    finding::Gate,
    model::Dossier,
    policy::{
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
    rules::r40_stage_changes::open_steps_of_a_start,
};

/// Adds them.
pub(super) fn find(dossier: &Dossier, facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Found>) {
    if gate < Gate::G2 {
        return;
    }
    // What is merged into another step is done with it, and told with it.
    let is_own = |step: &Step| facts.requirement(*step) != Some(Requirement::Merged);
    let open = open_steps_of_a_start(facts).into_iter().filter(is_own);
    let open = open.map(|step| (Lack::Step(step), step, Gate::G2));
    let without_paper = dossier.project.steps.iter().filter(|entry| {
        // Of the residents' consent the votes are the paper.
        entry.step != Step::S01 && entry.status == StepStatus::Passed && entry.doc_no.trim().is_empty()
    });
    let papers = without_paper.map(|entry| (Lack::Paper(entry.step), entry.step, asked_from(entry.step)));
    for (lack, step, from) in open.chain(papers) {
        if gate >= from {
            let (who, with) = answers(step);
            found.push(Found { with, ..Found::new(lack, who, from) });
        }
    }
}

/// The gate that asks for a step.
const fn asked_from(step: Step) -> Gate {
    match step {
        Step::S09 | Step::S10b => Gate::G4,
        _ => Gate::G2,
    }
}

/// Who brings a step about, and who decides on it, after the table of approvals.
const fn answers(step: Step) -> (Who, Option<&'static str>) {
    match step {
        Step::S01 => (Who::Unit(TOWN), None),
        Step::S02 => (Who::Unit(OFFICE), None),
        Step::S03a | Step::S03b | Step::S03c | Step::S03 | Step::S12 => (Who::ProjectOwner, Some("02")),
        Step::S04 | Step::S05 => (Who::ProjectOwner, Some("04")),
        Step::S06 | Step::S07 | Step::S08 => (Who::ProjectOwner, Some(OFFICE)),
        Step::S10a | Step::S10b => (Who::ProjectOwner, Some("12")),
        Step::S09 | Step::S11 | Step::S13 => (Who::ProjectOwner, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::units::unit;

    #[test]
    fn who_decides_is_who_the_table_of_approvals_names() {
        for step in Step::ALL {
            let (who, with) = answers(*step);
            let of_table = step.row().unit.line;
            let Some(code) = with.or(match who {
                Who::Unit(code) => Some(code),
                Who::ProjectOwner => None,
            }) else {
                continue;
            };
            assert!(of_table.starts_with(unit(code).unwrap().zh), "{step}: {code} for {of_table}");
        }
    }
}
