//! # R-36 规划许可 · Planning permit
//!
//! Clause 4.3b frees works that add no area and change no structure from the planning permit; clause 4.3d asks it of new,
//! altered and extended works, lifts included, and lets it be merged with the construction permit or run beside it. A
//! changed function alone is enough.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::{approvals::Step, stages::Requirement},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(36),
    how: &[
        Text::new(
            "新建、增加面积、改变结构、改变功能或加装电梯的，建设工程规划许可须已通过；可与施工许可合并或同步办理。",
            "New building, added area, changed structure or function, or a lift: the planning permit must have passed; it may be merged with the construction permit or run beside it.",
        ),
        Text::new("其他项目无需办理。", "Other projects don't need it."),
    ],
    messages: &[Message::any(
        "增加面积或改变功能、结构的（含加装电梯），须办理建设工程规划许可",
        "Added area, changed use or structure, or a lift: the planning permit is needed",
    )],
    remedy: Text::new(
        "请项目建设单位向县自然资源局办理建设工程规划许可，可与施工许可证合并或同步办理。",
        "The project owner obtains the planning permit from the natural resources bureau, if wanted together with the construction permit.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    if facts.requirement(Step::S05) == Some(Requirement::Needed) && !facts.has_passed(Step::S05) {
        found.push(Finding::stopping_from(Gate::G2, gate, RULE.id(), facts.step_path(Step::S05, "status")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{ApprovalStep, Dossier},
        policy::stages::StepStatus,
    };
    use chrono::NaiveDate;

    fn found(dossier: &Dossier, gate: Gate) -> Vec<(Severity, String)> {
        let mut found = Vec::new();
        check(&ProjectFacts::of(dossier, NaiveDate::default()), gate, &mut found);
        found.into_iter().map(|finding| (finding.severity, finding.path)).collect()
    }

    #[test]
    fn altering_works_need_the_permit_alone_or_merged() {
        let mut dossier = Dossier::default();
        assert_eq!(found(&dossier, Gate::G2), []);
        dossier.project.changes_function = true;
        assert_eq!(found(&dossier, Gate::G2), [(Severity::E, "steps/S05".to_owned())]);
        assert_eq!(found(&dossier, Gate::G1), [(Severity::W, "steps/S05".to_owned())]);
        let step = |step, requirement, status| ApprovalStep { status, ..ApprovalStep::new(step, requirement) };
        dossier.project.steps = vec![step(Step::S05, Requirement::Needed, StepStatus::Returned)];
        assert_eq!(found(&dossier, Gate::G2), [(Severity::E, "steps/0/status".to_owned())]);
        dossier.project.steps[0].status = StepStatus::Passed;
        assert_eq!(found(&dossier, Gate::G2), []);
        dossier.project.steps = vec![
            step(Step::S07, Requirement::Needed, StepStatus::Submitted),
            step(Step::S05, Requirement::Merged, StepStatus::NotSubmitted),
        ];
        assert_eq!(found(&dossier, Gate::G2), [(Severity::E, "steps/1/status".to_owned())]);
        dossier.project.steps[0].status = StepStatus::Passed;
        assert_eq!(found(&dossier, Gate::G2), [], "merged into a construction permit that was given");
        dossier.project.steps = vec![step(Step::S05, Requirement::Waived, StepStatus::NotSubmitted)];
        assert_eq!(found(&dossier, Gate::G2).len(), 1, "a waiver of plain works doesn't serve altering ones");
    }
}
