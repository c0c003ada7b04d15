//! # R-26 资金平衡 · Funding balance
//!
//! Clause 5.2b: no project is begun on money that is not there. No line has more money than it costs, and what lacks needs an
//! approved plan that closes the gap. The gap is that of each line, added up: money of one line can't close another's
//! . Commitments count by gate: intentions only when saving, money applied for until the annual plan.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(26),
    how: &[
        Text::new("每条明细的资金合计不得超过该条投资。", "The money of a line does not exceed its amount."),
        Text::new(
            "各条不足之和为资金缺口；有缺口的，须有已批准的资金平衡方案。",
            "What lacks on each line adds up to the gap; a gap needs an approved balance plan.",
        ),
        Text::new(
            "意向只在保存时计入，拟争取计到列入年度计划，落实始终计入。",
            "Intentions count when saving, money applied for until the annual plan, secured money always.",
        ),
    ],
    messages: &[
        Message::on("over", "{line}：资金超出该项投资{over}万元", "{line} is over-committed by {over} 万元"),
        Message::any("资金缺口{gap}万元，须有资金平衡方案", "Funding gap of {gap} 万元: a balance plan is needed"),
    ],
    remedy: Text::new(
        "请领导小组办公室会同县财政局调整各改造项资金，使其与投资相等；确有缺口的，先报批资金平衡方案。",
        "The office and the finance bureau fit the money of each line to its amount; for a true gap they first have a balance plan approved.",
    ),
    fields: &["line", "over", "gap"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let mut gap = Money::ZERO;
    for (index, (line, committed)) in facts.lines.iter().zip(facts.counted_by_line(gate)).enumerate() {
        let amount = line.line.amount;
        gap = gap.plus(amount.minus(committed).or_zero());
        if committed > amount {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("lines/{index}"))
                    .with("line", line.line.id.as_str())
                    .with_integer("over", committed.minus(amount).fen())
                    .with("item", line.line.item.as_str()),
            );
        }
    }
    if gap > Money::ZERO && !facts.balance_plan_approved {
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), "").with_integer("gap", gap.fen()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{BalancePlan, Dossier, FundingCommitment, InvestmentLine},
        policy::stages::CommitmentStatus,
    };
    use chrono::NaiveDate;

    fn found(
        first: i64,
        second: i64,
        status: CommitmentStatus,
        approved: bool,
        gate: Gate,
    ) -> Vec<(Severity, Option<i64>, Option<i64>)> {
        let mut dossier = Dossier::default();
        dossier.project.balance_plan = Some(BalancePlan { doc: String::new(), approved });
        dossier.project_community.lines = ["a", "b"]
            .map(|id| InvestmentLine { id: id.to_owned(), amount: Money::from_fen(100), ..InvestmentLine::default() })
            .into();
        dossier.project_community.commitments = [("a", first), ("b", second)]
            .map(|(line, fen)| FundingCommitment {
                line: line.to_owned(),
                amount: Money::from_fen(fen),
                status,
                ..FundingCommitment::default()
            })
            .into();
        let integer = |finding: &Finding, name| match finding.params.get(name) {
            Some(crate::finding::Param::Integer(value)) => Some(*value),
            _ => None,
        };
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), gate, &mut found);
        found.iter().map(|finding| (finding.severity, integer(finding, "over"), integer(finding, "gap"))).collect()
    }

    #[test]
    fn money_of_one_line_does_not_close_the_gap_of_another() {
        use CommitmentStatus::Secured;
        assert_eq!(found(100, 100, Secured, false, Gate::G1), []);
        assert_eq!(
            found(101, 99, Secured, false, Gate::G1),
            [(Severity::E, Some(1), None), (Severity::E, None, Some(1))]
        );
        assert_eq!(found(100, 99, Secured, true, Gate::G1), []);
        assert_eq!(found(101, 100, Secured, true, Gate::G1), [(Severity::E, Some(1), None)], "a plan closes gaps only");
        assert_eq!(found(100, 99, Secured, false, Gate::G0), [(Severity::W, None, Some(1))]);
    }

    #[test]
    fn hopes_count_for_a_while() {
        use CommitmentStatus::{AppliedFor, Intended};
        assert_eq!(found(100, 100, Intended, false, Gate::G0), []);
        assert_eq!(found(100, 100, Intended, false, Gate::G1), [(Severity::E, None, Some(200))]);
        assert_eq!(found(100, 100, AppliedFor, false, Gate::G1), []);
        assert_eq!(found(100, 100, AppliedFor, false, Gate::G2), [(Severity::E, None, Some(200))]);
    }
}
