//! # R-37 施工图审查 · Drawing review
//!
//! Clause 4.3c: with the project owner's pledge no drawings are reviewed. Clause 4.3d: new, altered and extended works have
//! a joint drawing review, pledge or not.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::{approvals::Step, stages::StepStatus},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(37),
    how: &[
        Text::new(
            "新建、改建、扩建或加装电梯的，施工图须经联合审查通过，有无告知承诺均同。",
            "New, altered or extended works, or a lift: the drawings pass a joint review, pledge or not.",
        ),
        Text::new(
            "其他项目实行告知承诺的无需审查，未实行的须通过施工图审查。",
            "Other works with a pledge need no review; without one the drawings are reviewed.",
        ),
    ],
    messages: &[
        Message::on("joint", "须实行施工图联合审查", "A joint drawing review is required"),
        Message::any("未实行告知承诺的，须进行施工图审查", "Without a pledge the drawings are reviewed"),
    ],
    remedy: Text::new(
        "请项目建设单位将施工图报县住建局审查；属新建、改建、扩建或加装电梯的，由县住建局组织联合审查。",
        "The project owner submits the drawings to the housing bureau, which organises a joint review for new, altered or extended works and lifts.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let flags = facts.approval_flags();
    let passed = facts.step_status(Step::S06) == StepStatus::Passed;
    let (why, field) = if flags.is_altering() {
        if passed && facts.project.step(Step::S06).is_some_and(|step| step.joint) {
            return;
        }
        ("joint", if passed { "joint" } else { "status" })
    } else {
        if flags.pledge || passed {
            return;
        }
        ("review", "status")
    };
    let path = facts.step_path(Step::S06, field);
    found.push(Finding::stopping_from(Gate::G2, gate, RULE.id(), path).with("why", why));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{ApprovalStep, Dossier},
        policy::stages::Requirement,
    };
    use chrono::NaiveDate;

    fn why(altering: bool, pledge: bool, status: StepStatus, joint: bool) -> Option<String> {
        let mut dossier = Dossier::default();
        dossier.project.changes_structure = altering;
        dossier.project.pledge = pledge;
        dossier.project.steps =
            vec![ApprovalStep { status, joint, ..ApprovalStep::new(Step::S06, Requirement::Needed) }];
        let facts = ProjectFacts::of(&dossier, NaiveDate::default());
        let (mut before, mut found) = (Vec::new(), Vec::new());
        check(&facts, Gate::G1, &mut before);
        check(&facts, Gate::G2, &mut found);
        assert!(before.iter().all(Finding::is_announcement) && before.len() == found.len());
        assert!(found.iter().all(|finding| finding.severity == Severity::E));
        found.first().and_then(|finding| finding.params.text("why")).map(str::to_owned)
    }

    #[test]
    fn joint_review_plain_review_or_none() {
        use StepStatus::{Passed, Returned, Submitted};
        assert_eq!(why(false, false, Submitted, false).as_deref(), Some("review"));
        assert_eq!(why(false, false, Passed, false), None);
        assert_eq!(why(false, true, Returned, false), None);
        assert_eq!(why(true, true, Passed, false).as_deref(), Some("joint"));
        assert_eq!(why(true, false, Submitted, true).as_deref(), Some("joint"));
        assert_eq!(why(true, false, Passed, true), None);
    }
}
