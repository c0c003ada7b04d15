//! # R-25 专款专用 · Earmarked use
//!
//! Clause 5.3c: money is used for what it was given for. A payment goes to a line that its source is committed to, never
//! exceeds what has arrived from the source, nor what arrived what was committed, and never pays for staff, offices or cars.
//! Receipts and payments are those of a source of a project community.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    finding::{Finding, Gate},
    language::Text,
    model::{ProjectCommunity, Source},
    policy::parameters::{BARRED_PURPOSES, Settings},
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(25),
    how: &[
        Text::new("支付的改造项是该资金已安排的改造项。", "A payment goes to a line that its source is committed to."),
        Text::new(
            "累计支付（含本次）不超过累计到位，累计到位不超过落实金额。",
            "All payments stay within what has arrived, and that within what was committed.",
        ),
        Text::new("用途不属于参数所列的禁止列支用途。", "The purpose is none of those barred among the settings."),
    ],
    messages: &[
        Message::on(
            "paid",
            "资金应专款专用：{why}（落实{committed}万元，到位{received}万元，含本次支付{paid}万元）",
            "Earmarked money: {why} (committed {committed}, received {received}, paid with this payment {paid} 万元)",
        ),
        Message::on(
            "received",
            "资金应专款专用：{why}（落实{committed}万元，含本次到位{received}万元）",
            "Earmarked money: {why} (committed {committed}, received with this receipt {received} 万元)",
        ),
        Message::any("资金应专款专用：{why}", "Earmarked money: {why}"),
    ],
    remedy: Text::new(
        "请县财政局会同建设单位核对资金来源、到位和用途，更正后再申请拨付。",
        "The finance bureau and the project owner check source, receipts and purpose, correct them and ask for the payment again.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A payment as it is judged, with the sums of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment<'a> {
    /// Whether the source is committed to the line that is paid.
    pub line_is_committed: bool,
    /// Σ committed from the source.
    pub committed: Money,
    /// Σ arrived from the source.
    pub received: Money,
    /// Σ paid from the source, this payment included.
    pub paid_after: Money,
    /// 用途
    pub purpose: &'a str,
}

impl<'a> Payment<'a> {
    /// A payment that is to be made from a source of a project community.
    pub fn of(entry: &ProjectCommunity, source: &Source, line: &str, amount: Money, purpose: &'a str) -> Self {
        let of_source = || entry.commitments.iter().filter(|commitment| commitment.source() == *source);
        Self {
            line_is_committed: of_source().any(|commitment| commitment.line == line),
            committed: of_source().map(|commitment| commitment.amount).sum(),
            received: entry.received_from(source),
            paid_after: entry.paid_from(source).plus(amount),
            purpose,
        }
    }
}

/// What the rule says of a payment at a gate; one finding with everything that is broken, in the order of the paper.
pub fn check(payment: &Payment<'_>, gate: Gate, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let is_barred = settings.get(BARRED_PURPOSES, today).contains(payment.purpose.trim());
    let above = payment.paid_after > payment.received || payment.received > payment.committed;
    let broken: Vec<String> = [
        ("line", !payment.line_is_committed),
        ("paid>received", payment.paid_after > payment.received),
        ("received>committed", payment.received > payment.committed),
        ("purpose", is_barred),
    ]
    .into_iter()
    .filter(|(_, is_broken)| *is_broken)
    .map(|(why, _)| why.to_owned())
    .collect();
    if broken.is_empty() {
        return Vec::new();
    }
    let finding = Finding::stopping_from(Gate::G3, gate, RULE.id(), "").with_list("why", broken);
    if !above {
        return vec![finding];
    }
    let finding = finding.with_integer("committed", payment.committed.fen());
    vec![finding.with_integer("received", payment.received.fen()).with_integer("paid", payment.paid_after.fen())]
}

/// What the rule says of what has arrived from a source, before anything of it is paid.
pub fn check_receipts(entry: &ProjectCommunity, source: &Source, gate: Gate) -> Vec<Finding> {
    let committed: Money = entry
        .commitments
        .iter()
        .filter(|commitment| commitment.source() == *source)
        .map(|commitment| commitment.amount)
        .sum();
    let received = entry.received_from(source);
    if received <= committed {
        return Vec::new();
    }
    let finding = Finding::stopping_from(Gate::G3, gate, RULE.id(), "");
    let finding = finding.with_list("why", vec!["received>committed".to_owned()]);
    vec![finding.with_integer("committed", committed.fen()).with_integer("received", received.fen())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Param,
        language::Language,
        model::{Disbursement, FundingCommitment, Receipt},
        rules::message,
    };
    use uuid::Uuid;

    const GOOD: Payment<'static> = Payment {
        line_is_committed: true,
        committed: Money::from_fen(100),
        received: Money::from_fen(25),
        paid_after: Money::from_fen(25),
        purpose: "工程款",
    };

    fn whys(payment: &Payment<'_>) -> Vec<String> {
        match check(payment, Gate::G3, &Settings::default(), NaiveDate::default()).as_slice() {
            [] => Vec::new(),
            [one] => match one.params.get("why") {
                Some(Param::List(list)) => list.clone(),
                _ => panic!("a list"),
            },
            _ => panic!("one finding"),
        }
    }

    #[test]
    fn each_condition_at_its_edge() {
        assert!(whys(&GOOD).is_empty());
        assert!(whys(&Payment { received: Money::from_fen(100), ..GOOD }).is_empty());
        assert_eq!(whys(&Payment { line_is_committed: false, ..GOOD }), ["line"]);
        assert_eq!(whys(&Payment { paid_after: Money::from_fen(26), ..GOOD }), ["paid>received"]);
        assert_eq!(whys(&Payment { received: Money::from_fen(101), ..GOOD }), ["received>committed"]);
        for purpose in ["人员经费", "公用经费", " 购置交通工具 "] {
            assert_eq!(whys(&Payment { purpose, ..GOOD }), ["purpose"]);
        }
    }

    #[test]
    fn all_in_one_finding_that_announces_itself_before_paying() {
        let bad = Payment {
            line_is_committed: false,
            committed: Money::from_fen(1),
            received: Money::from_fen(2),
            paid_after: Money::from_fen(3),
            purpose: "人员经费",
        };
        assert_eq!(whys(&bad), ["line", "paid>received", "received>committed", "purpose"]);
        let before = check(&bad, Gate::G2, &Settings::default(), NaiveDate::default());
        assert!(before[0].is_announcement());
        assert!(message(&before[0], Language::Zh).starts_with("资金应专款专用：支付项目与资金用途不符、支付超过到位"));
        assert!(
            message(&before[0], Language::Zh)
                .ends_with("（落实0.000001万元，到位0.000002万元，含本次支付0.000003万元）")
        );
    }

    #[test]
    fn sums_are_those_of_the_source() {
        let source = Source { funding: "F08".to_owned(), ..Source::default() };
        let other = Source { funding: "F10".to_owned(), ..Source::default() };
        let mut entry = ProjectCommunity::default();
        for (line, funding, fen) in [("a", "F08", 60), ("b", "F08", 40), ("c", "F10", 9)] {
            entry.commitments.push(FundingCommitment {
                line: line.to_owned(),
                funding: funding.to_owned(),
                amount: Money::from_fen(fen),
                ..FundingCommitment::default()
            });
        }
        let (id, date, text) = (Uuid::nil(), NaiveDate::default(), String::new);
        for (source, fen) in [(&source, 50), (&source, 20), (&other, 9)] {
            let (source, amount) = (source.clone(), Money::from_fen(fen));
            entry.receipts.push(Receipt { id, source: source.clone(), date, amount, doc_no: text(), voucher: text() });
            entry.payments.push(Disbursement {
                id,
                source,
                line: "a".to_owned(),
                date,
                amount: Money::from_fen(fen / 2),
                doc_no: text(),
                voucher: text(),
                payee: text(),
                purpose: text(),
            });
        }
        let payment = Payment::of(&entry, &source, "b", Money::from_fen(35), "工程款");
        let sums = [payment.committed, payment.received, payment.paid_after].map(Money::fen);
        assert_eq!((payment.line_is_committed, sums), (true, [100, 70, 70]));
        assert!(!Payment::of(&entry, &source, "c", Money::ZERO, "").line_is_committed);
    }
}
