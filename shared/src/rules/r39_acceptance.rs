//! # R-39 竣工验收 · Acceptance
//!
//! Clause 4.4 encourages joint acceptance: a project is completed when it has been accepted, not before; a separate
//! acceptance is allowed with a warning. A lift is special equipment (annex 2 item 12): without inspection and registration
//! it isn't handed over.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::{approvals::Step, stages::StepStatus},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(39),
    how: &[
        Text::new(
            "竣工验收须已通过，验收日期不晚于实际竣工日期。",
            "The acceptance has passed, on or before the day of completion.",
        ),
        Text::new("加装电梯的，监督检验和使用登记须已通过。", "With a lift, inspection and registration have passed."),
        Text::new("未实行联合验收的，予以提醒。", "Acceptance that was not joint gives a warning."),
    ],
    messages: &[
        Message::on(
            "S10b",
            "电梯未取得监督检验和使用登记，不得标记竣工",
            "The lift is not inspected and registered: the project can't be completed",
        ),
        Message::on(
            "acceptance",
            "鼓励联合验收，本项目为单独验收",
            "Joint acceptance is encouraged; this project was accepted separately",
        ),
        Message::any("未通过竣工验收，不得标记竣工", "Not accepted: the project can't be completed"),
    ],
    remedy: Text::new(
        "请项目建设单位会同各有关单位组织竣工联合验收；加装电梯的，先向县市场监管局办妥监督检验和使用登记。",
        "The project owner and the units hold the joint acceptance; for a lift it first has inspection and registration settled by the market regulation bureau.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let acceptance = facts.project.step(Step::S09);
    let in_time = |date| facts.entry.completed_on.is_none_or(|completed| date <= completed);
    let accepted = acceptance.is_some_and(|step| step.status == StepStatus::Passed && step.date.is_some_and(in_time));
    if !accepted {
        let path = facts.step_path(Step::S09, "status");
        found.push(Finding::stopping_from(Gate::G4, gate, RULE.id(), path));
    }
    if facts.approval_flags().has_lift && facts.step_status(Step::S10b) != StepStatus::Passed {
        let path = facts.step_path(Step::S10b, "status");
        found.push(Finding::stopping_from(Gate::G4, gate, RULE.id(), path).with("why", "S10b"));
    }
    // Before anything was entered of the acceptance nobody can say that it was held separately.
    if gate >= Gate::G4 && acceptance.is_some_and(|step| !step.joint) {
        let path = facts.step_path(Step::S09, "joint");
        found.push(Finding::new(RULE.id(), Severity::W, path).with("acceptance", "separate"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        model::{ApprovalStep, Dossier, InvestmentLine},
        policy::stages::Requirement,
        rules::message,
    };
    use chrono::NaiveDate;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2022, 11, day)
    }

    fn dossier(status: StepStatus, accepted: Option<NaiveDate>, joint: bool) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.project_community.completed_on = day(20);
        dossier.project.steps =
            vec![ApprovalStep { status, date: accepted, joint, ..ApprovalStep::new(Step::S09, Requirement::Needed) }];
        dossier
    }

    fn found(dossier: &Dossier, gate: Gate) -> Vec<(Severity, String)> {
        let mut found = Vec::new();
        check(&ProjectFacts::of(dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| (finding.severity, message(finding, Language::Zh))).collect()
    }

    const NOT_ACCEPTED: &str = "未通过竣工验收，不得标记竣工";

    #[test]
    fn acceptance_comes_before_completion() {
        use StepStatus::{Passed, Submitted};
        let stopped = [(Severity::E, NOT_ACCEPTED.to_owned())];
        assert_eq!(found(&dossier(Passed, day(19), true), Gate::G4), []);
        assert_eq!(found(&dossier(Passed, day(20), true), Gate::G4), []);
        assert_eq!(found(&dossier(Passed, day(21), true), Gate::G4), stopped);
        assert_eq!(found(&dossier(Passed, None, true), Gate::G4), stopped);
        assert_eq!(found(&dossier(Submitted, day(20), true), Gate::G4), stopped);
        assert_eq!(found(&Dossier::default(), Gate::G4), stopped, "nothing is said of how it was held");
        assert_eq!(found(&Dossier::default(), Gate::G2), [(Severity::W, NOT_ACCEPTED.to_owned())]);
    }

    #[test]
    fn separate_acceptance_is_a_warning_at_completion() {
        let separate = dossier(StepStatus::Passed, day(20), false);
        assert_eq!(found(&separate, Gate::G3), []);
        assert_eq!(found(&separate, Gate::G4), [(Severity::W, "鼓励联合验收，本项目为单独验收".to_owned())]);
    }

    #[test]
    fn a_lift_needs_its_registration() {
        let mut lift = dossier(StepStatus::Passed, day(20), true);
        lift.project_community.lines = vec![InvestmentLine { item: "I15".to_owned(), ..InvestmentLine::default() }];
        let stopped = (Severity::E, "电梯未取得监督检验和使用登记，不得标记竣工".to_owned());
        assert_eq!(found(&lift, Gate::G4), [stopped]);
        lift.project
            .steps
            .push(ApprovalStep { status: StepStatus::Passed, ..ApprovalStep::new(Step::S10b, Requirement::Needed) });
        assert_eq!(found(&lift, Gate::G4), []);
    }
}
