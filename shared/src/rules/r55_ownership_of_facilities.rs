//! # R-55 设施产权 · Ownership of facilities
//!
//! Clauses 3.3a and 5.5a: who owns and who maintains the pipelines beyond the user's terminal is clear when the works end. One
//! finding for each pipeline line without owner or maintainer.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(55),
    how: &[Text::new(
        "竣工时，每条管线明细均已明确产权单位和维护单位。",
        "At completion every pipeline line has its owner and its maintainer.",
    )],
    messages: &[Message::any("{line}：管线产权和维护单位未明确", "{line}: owner or maintainer is missing")],
    remedy: Text::new(
        "请建设单位会同管线专营单位明确产权和维护单位，办理移交并登记。",
        "The project owner and the operator settle owner and maintainer, hand the line over and register both.",
    ),
    fields: &["line"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    if gate < Gate::G4 {
        return;
    }
    let given = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
    for (index, line) in facts.lines.iter().enumerate().filter(|(_, line)| line.is_pipeline()) {
        if !given(line.line.owner.as_ref()) || !given(line.line.maintainer.as_ref()) {
            found.push(
                Finding::new(RULE.id(), Severity::W, format!("lines/{index}"))
                    .with("line", line.line.id.as_str())
                    .with("item", line.line.item.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, InvestmentLine};
    use chrono::NaiveDate;

    fn found(item: &str, owner: Option<&str>, maintainer: Option<&str>, gate: Gate) -> Vec<Severity> {
        let mut dossier = Dossier::default();
        dossier.project_community.lines = vec![InvestmentLine {
            item: item.to_owned(),
            owner: owner.map(str::to_owned),
            maintainer: maintainer.map(str::to_owned),
            ..InvestmentLine::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn both_are_given_at_completion() {
        assert_eq!(found("B02", Some("县排水公司"), Some("县排水公司"), Gate::G4), []);
        assert_eq!(found("B02", Some("县排水公司"), Some(" "), Gate::G4), [Severity::W]);
        assert_eq!(found("B02", None, Some("县排水公司"), Gate::G4), [Severity::W]);
        assert_eq!(found("B02", None, None, Gate::G3), []);
        assert_eq!(found("B05", None, None, Gate::G4), [], "no pipeline");
    }
}
