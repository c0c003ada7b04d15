//! # R-11 可研分类量化 · Approval split by class
//!
//! Clause 4.2b: the reply to the feasibility study states investment and contents by class. What it approves for a class equals
//! the lines of that class to the fen, over all communities of the project, and its total is the sum of both. Windows
//! and behind-meter works count by their setting. Before the start a project without reply is not asked; from the
//! start on a missing reply approves nothing. One finding for each wrong class, then the total.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    model::Approved,
    policy::items::{BudgetClass, item},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(11),
    how: &[
        Text::new(
            "可研批复各类投资分别等于本项目全部小区该类明细之和，精确到分。",
            "What is approved for each class equals the lines of that class over all communities of the project, to the fen.",
        ),
        Text::new(
            "批复合计等于批复各类之和，也等于全部明细之和。",
            "The approved total equals the approved classes and all lines.",
        ),
        Text::new(
            "开工前尚未批复的不查；开工时仍未批复的，各类按零计。",
            "Without a reply nothing is asked before the start; at the start a missing reply counts as nothing approved.",
        ),
    ],
    messages: &[
        Message::on(
            "classes",
            "可研批复合计{approved}万元，与批复各类之和{classes}万元不一致",
            "The approved total {approved} 万元 differs from the approved classes, together {classes} 万元",
        ),
        Message::any(
            "可研批复应分类明确投资和建设内容：{class}批复{approved}万元，明细{lines}万元",
            "The approval must be split by class: {class} approved {approved} 万元, lines {lines} 万元",
        ),
    ],
    remedy: Text::new(
        "请建设单位按批复调整投资明细，或报县发改局调整可研批复的分类投资。",
        "The project owner fits the lines to the approval, or has the planning bureau change the split of the approval.",
    ),
    fields: &["class", "approved", "lines"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let approved = match &facts.project.approved {
        Some(approved) => *approved,
        None if gate >= Gate::G2 => Approved::default(),
        None => return,
    };
    let mut say = |class: &str, approved: Money, lines: Money, classes: Option<Money>| {
        let finding = Finding::stopping_from(Gate::G2, gate, RULE.id(), format!("approved/{class}"))
            .with("class", class)
            .with_integer("approved", approved.fen())
            .with_integer("lines", lines.fen());
        found.push(match classes {
            Some(classes) => finding.with_integer("classes", classes.fen()),
            None => finding,
        });
    };
    let (by_class, all) = sums(facts);
    let mut classes = Money::ZERO;
    for (class, lines) in BudgetClass::ALL.iter().zip(by_class) {
        let stated = of_class(&approved, *class);
        classes = classes.plus(stated);
        if stated != lines {
            say(class.key(), stated, lines, None);
        }
    }
    if approved.total != all {
        say("total", approved.total, all, None);
    } else if approved.total != classes {
        say("total", approved.total, all, Some(classes));
    }
}

/// What is approved for a class.
const fn of_class(approved: &Approved, class: BudgetClass) -> Money {
    match class {
        BudgetClass::Body => approved.body,
        BudgetClass::Infrastructure => approved.infra,
        BudgetClass::Improvement => approved.improvement,
        BudgetClass::Upgrade => approved.upgrade,
        BudgetClass::Other => approved.other,
        BudgetClass::Contingency => approved.contingency,
    }
}

/// The approval that would fit the lines of all communities of the project.
pub fn sums_by_class(facts: &ProjectFacts<'_>) -> Approved {
    let ([body, infra, improvement, upgrade, other, contingency], total) = sums(facts);
    Approved { body, infra, improvement, upgrade, other, contingency, total }
}

/// Σ of the lines of each class and of all, over all communities of the project.
fn sums(facts: &ProjectFacts<'_>) -> ([Money; BudgetClass::ALL.len()], Money) {
    let own = facts.lines.iter().map(|line| (line.item, line.line.amount));
    let others = facts.siblings.iter().flat_map(|sibling| &sibling.lines).map(|line| (item(&line.item), line.amount));
    let (mut by_class, mut all) = ([Money::ZERO; BudgetClass::ALL.len()], Money::ZERO);
    for (item, amount) in own.chain(others) {
        all = all.plus(amount);
        if let Some(item) = item {
            let sum = &mut by_class[item.budget_class_under(facts.settings, facts.today) as usize];
            *sum = sum.plus(amount);
        }
    }
    (by_class, all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        language::Language,
        model::{Dossier, InvestmentLine, Sibling, SiblingLine},
        rules::message,
    };
    use chrono::NaiveDate;

    /// A project with 100 fen of B14 here and 20 fen of I02 in its other community.
    fn found(approved: Option<Approved>, gate: Gate) -> Vec<Finding> {
        let mut dossier = Dossier::default();
        dossier.project.approved = approved;
        dossier.project_community.lines =
            vec![InvestmentLine { item: "B14".to_owned(), amount: Money::from_fen(100), ..InvestmentLine::default() }];
        dossier.siblings = vec![Sibling {
            lines: vec![SiblingLine { item: "I02".to_owned(), amount: Money::from_fen(20) }],
            ..Sibling::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found
    }

    fn approved(body: i64, improvement: i64, total: i64) -> Option<Approved> {
        let [body, improvement, total] = [body, improvement, total].map(Money::from_fen);
        Some(Approved { body, improvement, total, ..Approved::default() })
    }

    fn classes(found: &[Finding]) -> Vec<(Severity, &str)> {
        found.iter().map(|finding| (finding.severity, finding.params.text("class").unwrap())).collect()
    }

    #[test]
    fn over_all_communities_to_the_fen() {
        assert_eq!(found(approved(100, 20, 120), Gate::G2), []);
        assert_eq!(
            classes(&found(approved(99, 21, 120), Gate::G2)),
            [(Severity::E, "body"), (Severity::E, "improvement")]
        );
        assert_eq!(classes(&found(approved(100, 20, 121), Gate::G1)), [(Severity::W, "total")]);
        let split = found(approved(100, 19, 120), Gate::G2);
        assert_eq!(classes(&split), [(Severity::E, "improvement"), (Severity::E, "total")]);
        assert_eq!(message(&split[1], Language::Zh), "可研批复合计0.00012万元，与批复各类之和0.000119万元不一致");
    }

    #[test]
    fn without_a_reply_from_the_start_on() {
        assert_eq!(found(None, Gate::G1), []);
        let at_start = found(None, Gate::G2);
        assert_eq!(classes(&at_start), ["body", "improvement", "total"].map(|class| (Severity::E, class)));
    }
}
