//! # R-27 投资合计 · Investment total
//!
//! Clause 4.2b asks for quantified investment: the lines add up to the community's stated total, and the communities to the
//! project's, both to the fen. A total that is not stated is not compared; a community without a stated total enters
//! the project's sum with its lines.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(27),
    how: &[
        Text::new("小区总投资等于其投资明细之和。", "The total of a community equals its lines."),
        Text::new("项目总投资等于其各小区总投资之和。", "The total of a project equals the totals of its communities."),
    ],
    messages: &[
        Message::on(
            "communities",
            "项目{communities}个小区投资合计{lines}万元，与项目总投资{total}万元不一致",
            "The communities of the project ({communities} in all) add up to {lines} 万元, its total is {total} 万元",
        ),
        Message::any(
            "明细合计{lines}万元与总投资{total}万元不一致",
            "The lines add up to {lines} 万元, the total is {total} 万元",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室核对投资明细和总投资，使两者相等。",
        "The office checks lines and totals and makes them equal.",
    ),
    fields: &["lines", "total"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let lines: Money = facts.lines.iter().map(|line| line.line.amount).sum();
    let differing = |path: &str, lines: Money, total: Money| {
        (lines != total).then(|| {
            Finding::stopping_from(Gate::G1, gate, RULE.id(), path)
                .with_integer("lines", lines.fen())
                .with_integer("total", total.fen())
        })
    };
    if let Some(total) = facts.total_invest {
        found.extend(differing("total_invest", lines, total));
    }
    if let Some(total) = facts.project.total_invest {
        let others = facts
            .siblings
            .iter()
            .map(|sibling| sibling.total_invest.unwrap_or_else(|| sibling.lines.iter().map(|line| line.amount).sum()));
        let sum = others.fold(facts.total_invest.unwrap_or(lines), Money::plus);
        let communities = i64::try_from(facts.siblings.len()).unwrap_or(i64::MAX).saturating_add(1);
        let finding = differing("project/total_invest", sum, total);
        found.extend(finding.map(|finding| finding.with_integer("communities", communities)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        model::{Dossier, InvestmentLine, Sibling, SiblingLine},
        rules::message,
    };
    use chrono::NaiveDate;

    /// Lines of 100 fen here and 20 in the other community.
    fn found(community: Option<i64>, other: Option<i64>, project: Option<i64>) -> Vec<Finding> {
        let mut dossier = Dossier::default();
        dossier.project_community.lines =
            vec![InvestmentLine { amount: Money::from_fen(100), ..InvestmentLine::default() }];
        dossier.project_community.total_invest = community.map(Money::from_fen);
        dossier.project.total_invest = project.map(Money::from_fen);
        dossier.siblings = vec![Sibling {
            total_invest: other.map(Money::from_fen),
            lines: vec![SiblingLine { item: "B05".to_owned(), amount: Money::from_fen(20) }],
            ..Sibling::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G1, &mut found);
        found
    }

    fn paths(found: &[Finding]) -> Vec<&str> {
        found.iter().map(|finding| finding.path.as_str()).collect()
    }

    #[test]
    fn to_the_fen_at_both_levels() {
        assert_eq!(found(Some(100), Some(20), Some(120)), []);
        assert_eq!(found(None, None, Some(120)), []);
        assert_eq!(found(None, None, None), []);
        assert_eq!(paths(&found(Some(101), Some(20), Some(121))), ["total_invest"]);
        assert_eq!(paths(&found(Some(100), Some(21), Some(120))), ["project/total_invest"]);
        assert_eq!(paths(&found(Some(99), None, Some(120))), ["total_invest", "project/total_invest"]);
    }

    #[test]
    fn the_project_is_told_with_its_communities() {
        let found = found(Some(100), None, Some(1_000_000));
        assert_eq!(message(&found[0], Language::Zh), "项目2个小区投资合计0.00012万元，与项目总投资1.00万元不一致");
    }
}
