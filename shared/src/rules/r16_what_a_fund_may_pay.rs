//! # R-16 资金可用范围 · What a fund may pay
//!
//! Clauses 3.1 to 3.6 say for each source what it is for; the funding catalogue is our strict reading. A commitment
//! meets one range rule only: on the residents' own part R-20, for sector money R-29, else this one. Fees and
//! reserve may be paid by any source but the provident fund, the maintenance fund and operators. Every commitment is
//! looked at, mere intentions too.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::{CommitmentFacts, LineFacts, ProjectFacts},
    finding::{Finding, Gate},
    language::Text,
    policy::{
        funding::{Fund, MayPay},
        items::{Item, OperatorKind},
        parameters::TELECOM_EXTRA_ITEMS,
    },
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(16),
    how: &[
        Text::new(
            "按资金目录核对每笔资金能否用于该改造项：公积金、维修资金按参数所列，省直专项按文件列明，管线单位只用于本专业管线。",
            "Each commitment is compared with the catalogue of sources: provident and maintenance fund by the lists among the settings, departments' aid by its document, operators for their own pipelines.",
        ),
        Text::new(
            "其他费用可用公积金、维修资金、管线单位出资以外的各类资金。",
            "Fees and reserve take any source but the provident fund, the maintenance fund and operators.",
        ),
        Text::new(
            "居民自费事项看R-20，行业专项资金看R-29。",
            "The residents' own part is judged by R-20, sector money by R-29.",
        ),
    ],
    messages: &[Message::any("“{funding}”不得用于“{item}”", "“{funding}” may not pay for “{item}”")],
    remedy: Text::new(
        "请领导小组办公室将“{item}”的“{funding}”改为可用于该改造项的资金，或将该资金调整到可用的改造项。",
        "The office pays for “{item}” from a source that may pay for it, or moves the money of “{funding}” to such an item.",
    ),
    fields: &["line", "funding"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    for (index, commitment) in facts.commitments.iter().enumerate() {
        let (Some(fund), Some(line)) = (commitment.fund, facts.line_of(commitment)) else { continue };
        let Some(item) = line.item.filter(|item| !item.is_private()) else { continue };
        if !may_pay(facts, fund, commitment, item, line) {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("commitments/{index}"))
                    .with("line", line.line.id.as_str())
                    .with("funding", fund.code)
                    .with("item", item.code),
            );
        }
    }
}

fn may_pay(
    facts: &ProjectFacts<'_>,
    fund: &Fund,
    commitment: &CommitmentFacts<'_>,
    item: &Item,
    line: &LineFacts<'_>,
) -> bool {
    if item.is_cost() {
        return !matches!(fund.may_pay, MayPay::Listed(_) | MayPay::OwnPipelines);
    }
    match fund.may_pay {
        MayPay::AnyWithPrivate | MayPay::AnyButPrivate | MayPay::Sector => true,
        MayPay::Listed(list) => facts.settings.get(list, facts.today).contains(item.code),
        MayPay::DocumentItems => commitment.commitment.allowed_items.iter().any(|code| code == item.code),
        MayPay::OwnPipelines => commitment.commitment.operator_kind.is_some_and(|kind| {
            let is_kind_of_item = |kind: &OperatorKind| item.operator_kinds.contains(kind);
            // A kind that the item can't have is R-10's matter.
            let line_kind = line.operator_kind().filter(is_kind_of_item);
            (is_kind_of_item(&kind) && line_kind.is_none_or(|line_kind| line_kind == kind))
                || (kind == OperatorKind::Telecom
                    && facts.settings.get(TELECOM_EXTRA_ITEMS, facts.today).contains(item.code))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, FundingCommitment, InvestmentLine};
    use chrono::NaiveDate;

    fn passes(item: &str, change: impl FnOnce(&mut FundingCommitment)) -> bool {
        let mut commitment = FundingCommitment { line: "x".to_owned(), ..FundingCommitment::default() };
        change(&mut commitment);
        let mut dossier = Dossier::default();
        dossier.project_community.lines =
            vec![InvestmentLine { id: "x".to_owned(), item: item.to_owned(), ..InvestmentLine::default() }];
        dossier.project_community.commitments = vec![commitment];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        found.is_empty()
    }

    fn by(code: &str) -> impl FnOnce(&mut FundingCommitment) {
        let code = code.to_owned();
        move |commitment| commitment.funding = code
    }

    fn by_operator(kind: OperatorKind) -> impl FnOnce(&mut FundingCommitment) {
        move |commitment| {
            commitment.funding = "F15".to_owned();
            commitment.operator_kind = Some(kind);
        }
    }

    #[test]
    fn listed_funds_pay_what_is_listed() {
        assert!(passes("I15", by("F06")) && !passes("B05", by("F06")));
        assert!(passes("B14", by("F07")) && !passes("B01", by("F07")));
    }

    #[test]
    fn operators_pay_their_own_pipelines() {
        assert!(passes("B07", by_operator(OperatorKind::Heating)));
        assert!(!passes("B02", by_operator(OperatorKind::Heating)));
        assert!(!passes("B05", by_operator(OperatorKind::Heating)));
        assert!(passes("I16", by_operator(OperatorKind::Telecom)));
        assert!(!passes("I16", by_operator(OperatorKind::Power)));
    }

    #[test]
    fn a_departments_aid_pays_what_its_document_names() {
        let with = |items: &[&str]| {
            let allowed_items = items.iter().map(|code| (*code).to_owned()).collect();
            move |commitment: &mut FundingCommitment| {
                commitment.funding = "F11".to_owned();
                commitment.allowed_items = allowed_items;
            }
        };
        assert!(passes("B01", with(&["B01"])) && !passes("B02", with(&["B01"])));
        assert!(passes("C01", with(&[])), "fees do not ask for the list");
    }

    #[test]
    fn fees_and_the_residents_own_part() {
        assert!(passes("C01", by("F08")) && !passes("C01", by("F06")) && !passes("C01", by("F07")));
        assert!(!passes("C01", by_operator(OperatorKind::Water)));
        assert!(passes("H01", by("F08")), "R-20 speaks of the residents' own part");
    }
}
