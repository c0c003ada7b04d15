//! # R-35 用地许可 · Land permit
//!
//! Clause 4.2c: renovation that changes no land rights needs no land-use planning permit; the existing land papers serve,
//! and so they must be there. Where land rights change, the permit is needed.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::{approvals::Step, stages::StepStatus},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(35),
    how: &[
        Text::new(
            "涉及土地权属变化的，用地规划许可须已通过。",
            "Where land rights change, the land-use planning permit must have passed.",
        ),
        Text::new("不涉及的，须附已有用地手续。", "Where they don't, the existing land papers are attached."),
    ],
    messages: &[
        Message::on(
            "S04",
            "涉及土地权属变化，须办理用地规划许可",
            "Land rights change: a land-use planning permit is needed",
        ),
        Message::any(
            "不涉及土地权属变化的，须附已有用地手续",
            "No change of land rights: attach the existing land papers",
        ),
    ],
    remedy: Text::new(
        "请项目建设单位附上已有用地手续；涉及土地权属变化的，向县自然资源局办理用地规划许可。",
        "The project owner attaches the existing land papers; where land rights change, it obtains the permit from the natural resources bureau.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let (why, path) = if facts.project.land_rights_change {
        if facts.step_status(Step::S04) == StepStatus::Passed {
            return;
        }
        ("S04", facts.step_path(Step::S04, "status"))
    } else {
        if facts.project.land_paper.as_deref().is_some_and(|paper| !paper.trim().is_empty()) {
            return;
        }
        ("land_paper", "land_paper".to_owned())
    };
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

    fn found(changes: bool, status: StepStatus, paper: Option<&str>, gate: Gate) -> Option<(Severity, String, String)> {
        let mut dossier = Dossier::default();
        dossier.project.land_rights_change = changes;
        dossier.project.land_paper = paper.map(str::to_owned);
        dossier.project.steps = vec![ApprovalStep { status, ..ApprovalStep::new(Step::S04, Requirement::Needed) }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        let told = |finding: &Finding| {
            (finding.severity, finding.path.clone(), finding.params.text("why").unwrap_or_default().to_owned())
        };
        found.first().map(told)
    }

    #[test]
    fn a_permit_or_the_papers_at_hand() {
        use StepStatus::{Passed, Returned, Submitted};
        let at = |severity, path: &str, why: &str| Some((severity, path.to_owned(), why.to_owned()));
        assert_eq!(found(false, Submitted, Some("土地证"), Gate::G2), None);
        assert_eq!(found(false, Passed, Some(" "), Gate::G2), at(Severity::E, "land_paper", "land_paper"));
        assert_eq!(found(false, Passed, None, Gate::G1), at(Severity::W, "land_paper", "land_paper"));
        assert_eq!(found(true, Passed, None, Gate::G2), None);
        assert_eq!(found(true, Returned, Some("土地证"), Gate::G2), at(Severity::E, "steps/0/status", "S04"));
    }
}
