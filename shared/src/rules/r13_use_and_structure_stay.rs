//! # R-13 不改功能和主体结构 · Use and main structure stay
//!
//! Clause 5.4f: in principle renovation changes neither the use nor the main structure of a building. An exception needs the
//! paper that approves it.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(13),
    how: &[Text::new(
        "改变使用功能或主体结构的，须附批准文件。",
        "A change of use or of the main structure needs its approval paper.",
    )],
    messages: &[Message::any(
        "原则上不得改变原建筑使用功能、主体结构，须附批准文件",
        "Use and main structure may not change without an approval paper",
    )],
    remedy: Text::new(
        "请建设单位取消改变功能或结构的内容，或登记批准文件。",
        "The project owner drops the change of use or structure, or registers the approval paper.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let project = facts.project;
    let approved = project.exception_paper.as_deref().is_some_and(|paper| !paper.trim().is_empty());
    if (project.changes_function || project.changes_structure) && !approved {
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), "exception_paper"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Severity, model::Dossier};
    use chrono::NaiveDate;

    fn found(function: bool, structure: bool, paper: Option<&str>, gate: Gate) -> Vec<Severity> {
        let mut dossier = Dossier::default();
        dossier.project.changes_function = function;
        dossier.project.changes_structure = structure;
        dossier.project.exception_paper = paper.map(str::to_owned);
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn either_change_needs_the_paper() {
        assert_eq!(found(false, false, None, Gate::G1), []);
        assert_eq!(found(true, false, None, Gate::G1), [Severity::E]);
        assert_eq!(found(false, true, Some("  "), Gate::G1), [Severity::E]);
        assert_eq!(found(false, true, None, Gate::G0), [Severity::W]);
        assert_eq!(found(true, true, Some("会议纪要"), Gate::G1), []);
    }
}
