//! # R-19 土建与线缆 · Civil works and cables
//!
//! Clause 3.3d: of the lines for power, telecom and cable television (`operator_kinds_civil_split`) the budget supports the
//! civil works, while each operator renews and buries its own cables. So such a line says what it is, its cable is done by an
//! operator of the line's kind, and fiscal money on a cable is told. Every commitment is looked at, intentions too.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::{LineFacts, ProjectFacts},
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::{items::OperatorKind, parameters::OPERATOR_KINDS_CIVIL_SPLIT, stages::Component},
};

/// The kind of an implementing party that is an operator.
const OPERATOR: &str = "管线专营单位";

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(19),
    how: &[
        Text::new(
            "供电、通信、有线电视管线须注明费用构成：土建、线缆或设备。",
            "Lines for power, telecom and cable television state their component: civil works, cable or equipment.",
        ),
        Text::new("线缆由本类别的管线专营单位组织实施。", "A cable is done by an operator of the line's own kind."),
        Text::new(
            "财政资金支持土建部分；用于线缆的提醒核实。",
            "Fiscal money supports the civil works; on a cable it raises a warning.",
        ),
    ],
    messages: &[
        Message::on(
            "implementing_party",
            "{line}：线缆更新及入地应由专业经营单位组织实施",
            "{line}: the operator must renew and bury its own cable",
        ),
        Message::on(
            "fiscal",
            "{line}：线缆不属财政支持的土建部分，请核实资金",
            "{line}: fiscal money supports the civil works, not the cable; check",
        ),
        Message::any(
            "{line}：请注明费用构成：土建、线缆或设备",
            "{line}: state the component: civil works, cable or equipment",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室会同管线专营单位将土建与线缆分列，线缆由管线专营单位实施并出资。",
        "The office and the operator separate civil works and cable; the operator does and pays the cable.",
    ),
    fields: &["line", "why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let split = facts.settings.get(OPERATOR_KINDS_CIVIL_SPLIT, facts.today);
    for (index, line) in facts.lines.iter().enumerate().filter(|(_, line)| line.is_pipeline()) {
        let Some(kind) = line.operator_kind().filter(|kind| split.contains(kind.code())) else {
            continue;
        };
        let path = format!("lines/{index}");
        let described = |finding: Finding, why: &str| {
            finding.with("line", line.line.id.as_str()).with("why", why).with("item", line.line.item.as_str())
        };
        match line.line.component {
            Some(Component::CivilWorks | Component::Equipment) => {}
            Some(Component::Cable) => {
                if !done_by_own_operator(line, kind) {
                    let path = format!("{path}/implementing_party");
                    let finding = Finding::stopping_from(Gate::G1, gate, RULE.id(), path);
                    found.push(described(finding, "implementing_party"));
                }
                if has_fiscal_money(facts, index) {
                    found.push(described(Finding::new(RULE.id(), Severity::W, path), "fiscal"));
                }
            }
            Some(Component::Other) | None => {
                let finding = Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("{path}/component"));
                found.push(described(finding, "component"));
            }
        }
    }
}

fn done_by_own_operator(line: &LineFacts<'_>, kind: OperatorKind) -> bool {
    line.line
        .implementing_party
        .as_ref()
        .is_some_and(|party| party.kind == OPERATOR && party.operator_kind == Some(kind))
}

fn has_fiscal_money(facts: &ProjectFacts<'_>, line: usize) -> bool {
    facts.commitments.iter().any(|commitment| {
        commitment.line == Some(line) && commitment.fund.is_some_and(|fund| fund.is_fiscal(commitment.commitment.level))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, FundingCommitment, ImplementingParty, InvestmentLine};
    use chrono::NaiveDate;

    fn found(item: &str, component: Option<Component>, party: &str, funding: &str) -> Vec<(Severity, String)> {
        let mut dossier = Dossier::default();
        dossier.project_community.lines = vec![InvestmentLine {
            id: "x".to_owned(),
            item: item.to_owned(),
            component,
            operator_kind: (item == "B13").then_some(OperatorKind::Power),
            implementing_party: Some(ImplementingParty {
                kind: OPERATOR.to_owned(),
                operator_kind: OperatorKind::from_code(party),
            }),
            ..InvestmentLine::default()
        }];
        dossier.project_community.commitments = vec![FundingCommitment {
            line: "x".to_owned(),
            funding: funding.to_owned(),
            ..FundingCommitment::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G1, &mut found);
        found.iter().map(|finding| (finding.severity, finding.params.text("why").unwrap().to_owned())).collect()
    }

    #[test]
    fn cables_are_the_operators_own() {
        let cable = Some(Component::Cable);
        assert_eq!(found("B13", cable, "供电", "F15"), []);
        assert_eq!(found("B13", cable, "通信", "F15"), [(Severity::E, "implementing_party".to_owned())]);
        assert_eq!(found("B13", cable, "供电", "F13"), [(Severity::W, "fiscal".to_owned())]);
        assert_eq!(found("B13", Some(Component::CivilWorks), "", "F13"), []);
        assert_eq!(found("B13", Some(Component::Equipment), "", "F13"), [], "equipment is no cable");
        let both = [(Severity::E, "implementing_party".to_owned()), (Severity::W, "fiscal".to_owned())];
        assert_eq!(found("B13", cable, "", "F13"), both);
    }

    #[test]
    fn the_component_is_stated_where_it_matters() {
        let missing = [(Severity::E, "component".to_owned())];
        assert_eq!(found("B04", None, "通信", "F15"), missing);
        assert_eq!(found("B18", Some(Component::Other), "有线电视", "F15"), missing);
        assert_eq!(found("B01", None, "", "F13"), [], "water is not split");
        assert_eq!(found("B11", None, "", "F13"), [], "no pipeline item");
    }
}
