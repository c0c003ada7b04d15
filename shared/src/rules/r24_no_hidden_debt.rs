//! # R-24 不新增隐性债务 · No hidden debt
//!
//! Clauses 3.5, 3.6b, 5.2b and 5.3d: banks lend to enterprises, and companies borrow as companies. The county neither
//! guarantees nor repays, a platform company has been reformed for the market first, and no borrower at all raises money for
//! the government. Private capital that is no debt is not asked.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    model::MarketFinancing,
    policy::stages::PartyKind,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(24),
    how: &[
        Text::new(
            "适用于贷款、债券、票据和属于债务的社会资本。",
            "It concerns loans, bonds, notes, and private capital that is debt.",
        ),
        Text::new(
            "融资主体是企业；平台公司须已完成市场化改制；任何主体都不承担政府融资职能。",
            "The borrower is an enterprise; a platform company has been reformed; none raises money for the government.",
        ),
        Text::new("政府不担保，不以财政资金偿还。", "The government neither guarantees nor repays."),
    ],
    messages: &[Message::any(
        "融资主体须为市场化企业，不得由政府担保、以财政偿还或承担政府融资职能（{why}）",
        "The borrower must be a market enterprise without government guarantee, repayment or financing function ({why})",
    )],
    remedy: Text::new(
        "请建设单位更换或规范融资主体，取消政府担保和财政偿还安排，经县财政局核实后重新登记。",
        "The project owner changes the borrower or the terms so that no government guarantee or repayment is left; the finance bureau checks before it is entered again.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

/// Private capital: the only kind that may be no debt.
const CAPITAL: &str = "F21";
/// Loans, bonds and notes.
const DEBTS: &[&str] = &["F19", "F20", "F22", "F23"];

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    for (index, financing) in facts.project.financings.iter().enumerate() {
        let broken = broken(financing);
        if !broken.is_empty() {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("financings/{index}"))
                    .with_list("why", broken.into_iter().map(str::to_owned).collect()),
            );
        }
    }
}

/// What is wrong with a financing, in the order of the paper.
fn broken(financing: &MarketFinancing) -> Vec<&'static str> {
    let is_debt = DEBTS.contains(&financing.kind.as_str()) || (financing.kind == CAPITAL && financing.is_debt);
    if !is_debt {
        return Vec::new();
    }
    let borrower = &financing.borrower;
    [
        ("borrower", borrower.kind.trim() != PartyKind::Enterprise.code()),
        ("gov_guarantee", financing.gov_guarantee),
        ("fiscal_repayment", financing.fiscal_repayment),
        ("market_reformed", borrower.lgfv && !borrower.market_reformed),
        ("bears_gov_financing", borrower.bears_gov_financing),
    ]
    .into_iter()
    .filter_map(|(why, is_broken)| is_broken.then_some(why))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::{Param, Severity},
        language::Language,
        model::{Dossier, Organisation},
        rules::message,
    };
    use chrono::NaiveDate;

    fn loan() -> MarketFinancing {
        MarketFinancing {
            kind: "F19".to_owned(),
            borrower: Organisation { kind: "企业".to_owned(), ..Organisation::default() },
            ..MarketFinancing::default()
        }
    }

    #[test]
    fn each_condition_alone() {
        assert!(broken(&loan()).is_empty());
        let of = |change: fn(&mut MarketFinancing)| {
            let mut financing = loan();
            change(&mut financing);
            broken(&financing)
        };
        assert_eq!(of(|loan| loan.borrower.kind = "事业单位".to_owned()), ["borrower"]);
        assert_eq!(of(|loan| loan.gov_guarantee = true), ["gov_guarantee"]);
        assert_eq!(of(|loan| loan.fiscal_repayment = true), ["fiscal_repayment"]);
        assert_eq!(of(|loan| loan.borrower.lgfv = true), ["market_reformed"]);
        assert_eq!(of(|loan| loan.borrower.bears_gov_financing = true), ["bears_gov_financing"]);
        let reformed = of(|loan| (loan.borrower.lgfv, loan.borrower.market_reformed) = (true, true));
        assert!(reformed.is_empty());
    }

    #[test]
    fn private_capital_only_as_debt() {
        let capital = |is_debt| MarketFinancing { kind: CAPITAL.to_owned(), is_debt, gov_guarantee: true, ..loan() };
        assert_eq!(broken(&capital(true)), ["gov_guarantee"]);
        assert!(broken(&capital(false)).is_empty());
        let not_debt = MarketFinancing { kind: "F22".to_owned(), gov_guarantee: true, ..loan() };
        assert_eq!(broken(&not_debt), ["gov_guarantee"], "a bond is debt whatever was ticked");
    }

    #[test]
    fn one_finding_a_financing_at_its_place() {
        let mut dossier = Dossier::default();
        dossier.project.financings =
            vec![loan(), MarketFinancing { gov_guarantee: true, fiscal_repayment: true, ..loan() }];
        let at = |gate| {
            let mut found = Vec::new();
            check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
            found
        };
        let found = at(Gate::G1);
        assert_eq!((found.len(), found[0].path.as_str(), found[0].severity), (1, "financings/1", Severity::E));
        assert!(matches!(found[0].params.get("why"), Some(Param::List(list)) if list.len() == 2));
        assert!(message(&found[0], Language::Zh).ends_with("（政府提供担保、以财政资金偿还）"));
        assert!(at(Gate::G0)[0].is_announcement());
    }
}
