//! # R-28 实物计价 · Goods and labour
//!
//! Clauses 3.1b and 3.3c: residents give space and labour, former owner units and developers give goods. Such gifts count at a
//! valuation that rests on something, and are no cash: nothing of them arrives or is paid.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::{CommitmentFacts, ProjectFacts},
    finding::{Finding, Gate},
    language::Text,
    policy::funding::InKind,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(28),
    how: &[
        Text::new("实物、投工投劳须有计价依据。", "Goods and labour are valued, on a stated basis."),
        Text::new(
            "实物、投工投劳不得登记资金到位和资金支付。",
            "No receipt and no payment is entered for goods and labour.",
        ),
    ],
    messages: &[
        Message::on("valuation_basis", "实物、投劳须有计价依据", "Goods and labour need a basis of their valuation"),
        Message::any(
            "实物、投劳不计入到位和支付",
            "Goods and labour are not cash: nothing arrives and nothing is paid",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室补登计价依据，并将误记的到位、支付改记到相应的货币资金。",
        "The office enters the basis of the valuation and moves receipts and payments to the cash source they belong to.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

/// Whether a commitment is goods or labour: labour always is, some other sources when it is said of them.
fn is_in_kind(commitment: &CommitmentFacts<'_>) -> bool {
    commitment.fund.is_some_and(|fund| match fund.in_kind {
        InKind::Always => true,
        InKind::UnlessCashRent | InKind::IfGoods => commitment.commitment.in_kind,
        InKind::Never => false,
    })
}

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    for (index, commitment) in facts.commitments.iter().enumerate().filter(|(_, commitment)| is_in_kind(commitment)) {
        let say = |field: &str, why: &'static str| {
            Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("commitments/{index}/{field}"))
                .with("why", why)
                .with("funding", commitment.commitment.funding.as_str())
        };
        if commitment.commitment.valuation_basis.as_deref().is_none_or(|basis| basis.trim().is_empty()) {
            found.push(say("valuation_basis", "valuation_basis"));
        }
        if has_cash(facts, commitment) {
            found.push(say("in_kind", "cash"));
        }
    }
}

/// Whether money arrived or was paid from the commitment's source, more than the same giver promised in cash.
fn has_cash(facts: &ProjectFacts<'_>, commitment: &CommitmentFacts<'_>) -> bool {
    let entry = facts.entry;
    if entry.receipts.is_empty() && entry.payments.is_empty() {
        return false;
    }
    let source = commitment.commitment.source();
    let of_source = |other: &&CommitmentFacts<'_>| !is_in_kind(other) && other.commitment.source() == source;
    let cash: Money = facts.commitments.iter().filter(of_source).map(|other| other.commitment.amount).sum();
    entry.received_from(&source) > cash || entry.paid_from(&source) > cash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{Dossier, FundingCommitment, Receipt},
    };
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn gift(funding: &str, in_kind: bool, basis: Option<&str>) -> FundingCommitment {
        FundingCommitment {
            funding: funding.to_owned(),
            in_kind,
            valuation_basis: basis.map(str::to_owned),
            amount: Money::from_fen(100),
            ..FundingCommitment::default()
        }
    }

    fn whys(commitments: Vec<FundingCommitment>, received: i64) -> Vec<String> {
        let mut dossier = Dossier::default();
        dossier.project_community.receipts = vec![Receipt {
            id: Uuid::nil(),
            source: commitments[0].source(),
            date: NaiveDate::default(),
            amount: Money::from_fen(received),
            doc_no: String::new(),
            voucher: String::new(),
        }];
        dossier.project_community.commitments = commitments;
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G1, &mut found);
        assert!(found.iter().all(|finding| finding.severity == Severity::E));
        found.iter().map(|finding| finding.params.text("why").unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn gifts_are_valued_and_no_cash() {
        for funding in ["F02", "F16", "F17"] {
            assert!(whys(vec![gift(funding, true, Some("评估单"))], 0).is_empty());
            assert_eq!(whys(vec![gift(funding, true, Some(" "))], 1), ["valuation_basis", "cash"], "{funding}");
            assert!(whys(vec![gift(funding, false, None)], 100).is_empty(), "cash of {funding}");
        }
        assert_eq!(whys(vec![gift("F04", false, None)], 0), ["valuation_basis"], "labour is never cash");
        assert!(whys(vec![gift("F08", true, None)], 1).is_empty(), "aid never comes as goods");
    }

    #[test]
    fn cash_beside_goods_of_the_same_giver() {
        let both = || vec![gift("F16", true, Some("采购发票")), gift("F16", false, None)];
        assert!(whys(both(), 100).is_empty());
        assert_eq!(whys(both(), 101), ["cash"]);
    }
}
