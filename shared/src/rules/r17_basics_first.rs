//! # R-17 保基本 · Basics first
//!
//! Clause 3.2a: central and provincial aid supports the basic works first. It may pay 完善类 and 提升类, but that is told while
//! basic works lack money. The gap is that of each basic line, added up; an over-committed line offsets nothing.
//! The residents' own part is left out on both sides, and so are fees and reserve. Commitments count by gate.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::{LineFacts, ProjectFacts},
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::{items::Class, parameters::BASIC_FIRST_FUNDS},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(17),
    how: &[
        Text::new(
            "基础类缺口：基础类各条明细（居民自费事项除外）资金不足之和。",
            "The basic gap: what lacks on each line of the basic class, the residents' own part left out.",
        ),
        Text::new(
            "有缺口时，中央和省级补助不宜用于完善类、提升类；其他费用不提醒。",
            "While there is a gap, central and provincial aid should not pay improvement or upgrade; fees raise no warning.",
        ),
        Text::new(
            "意向只在保存时计入，拟争取计到列入年度计划，落实始终计入。",
            "Intentions count when saving, money applied for until the annual plan, secured money always.",
        ),
    ],
    messages: &[Message::any(
        "中央和省级补助应重点支持基础类，尚有{basic_gap}万元基础类缺口",
        "Central and provincial aid covers basic works first; the basic class lacks {basic_gap} 万元",
    )],
    remedy: Text::new(
        "请领导小组办公室会同县财政局先补足基础类资金，再将中央和省级补助用于完善类、提升类。",
        "The office and the finance bureau first fund the basic class, then use central and provincial aid for improvement and upgrade.",
    ),
    fields: &["basic_gap"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let funds = facts.settings.get(BASIC_FIRST_FUNDS, facts.today);
    let spent_on_others = facts.commitments.iter().any(|commitment| {
        funds.contains(&commitment.commitment.funding)
            && facts.counts(commitment, gate)
            && facts.line_of(commitment).is_some_and(|line| is_of(line, &[Class::Improvement, Class::Upgrade]))
    });
    if !spent_on_others {
        return;
    }
    let basic_gap: Money = facts
        .lines
        .iter()
        .zip(facts.counted_by_line(gate))
        .filter(|(line, _)| is_of(line, &[Class::Basic]))
        .map(|(line, committed)| line.line.amount.minus(committed).or_zero())
        .sum();
    if basic_gap > Money::ZERO {
        found.push(Finding::new(RULE.id(), Severity::W, "").with_integer("basic_gap", basic_gap.fen()));
    }
}

/// A line of one of these classes that is not the residents' own part.
fn is_of(line: &LineFacts<'_>, classes: &[Class]) -> bool {
    line.item.is_some_and(|item| !item.is_private() && classes.contains(&item.class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Dossier, FundingCommitment, InvestmentLine},
        policy::stages::CommitmentStatus,
    };
    use chrono::NaiveDate;

    /// The gap told when B05 (100 fen) and B14 (100 fen) have this money, and a fund pays another item.
    fn gap(b05: i64, b14: i64, funding: &str, item: &str, status: CommitmentStatus, gate: Gate) -> Vec<Option<i64>> {
        let mut dossier = Dossier::default();
        dossier.project_community.lines = ["B05", "B14", item]
            .map(|item| InvestmentLine {
                id: item.to_owned(),
                item: item.to_owned(),
                amount: Money::from_fen(100),
                ..InvestmentLine::default()
            })
            .into();
        let secured = CommitmentStatus::Secured;
        dossier.project_community.commitments =
            [("B05", "F13", b05, secured), ("B14", "F13", b14, secured), (item, funding, 100, status)]
                .map(|(line, funding, fen, status)| FundingCommitment {
                    line: line.to_owned(),
                    funding: funding.to_owned(),
                    amount: Money::from_fen(fen),
                    status,
                    ..FundingCommitment::default()
                })
                .into();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        let integer = |finding: &Finding| match finding.params.get("basic_gap") {
            Some(crate::finding::Param::Integer(number)) => Some(*number),
            _ => None,
        };
        found.iter().map(integer).collect()
    }

    #[test]
    fn to_the_last_fen_and_never_offset() {
        let secured = CommitmentStatus::Secured;
        assert_eq!(gap(100, 100, "F08", "U13", secured, Gate::G1), []);
        assert_eq!(gap(100, 99, "F08", "U13", secured, Gate::G1), [Some(1)]);
        assert_eq!(gap(200, 99, "F10", "I02", secured, Gate::G1), [Some(1)]);
    }

    #[test]
    fn other_money_fees_own_part_and_mere_intentions_are_not_told() {
        let secured = CommitmentStatus::Secured;
        assert_eq!(gap(100, 0, "F13", "U13", secured, Gate::G1), []);
        assert_eq!(gap(100, 0, "F08", "C01", secured, Gate::G1), []);
        assert_eq!(gap(100, 0, "F08", "H01", secured, Gate::G1), []);
        assert_eq!(gap(100, 0, "F08", "U13", CommitmentStatus::Intended, Gate::G1), []);
        assert_eq!(gap(100, 0, "F08", "U13", CommitmentStatus::Intended, Gate::G0), [Some(100)]);
    }
}
