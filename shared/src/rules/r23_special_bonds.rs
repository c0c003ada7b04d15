//! # R-23 专项债券 · Special bonds
//!
//! Clause 3.2c lets government special bonds pay; annex 2 (2) gives 县发改局 the review by which a project enters the bond
//! reserve (S12). Works don't begin on bond money before the review has passed, and no more is paid than was issued.
//! Review and issue are the whole project's: what its other communities take and pay from bonds counts as well. Without any
//! F12 commitment in the project the rule has nothing to say.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::stages::BondResult,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(23),
    how: &[
        Text::new(
            "使用专项债券的项目，开工前须通过专项债券项目入库审核。",
            "A project with bond money passes the review of bond projects before works start.",
        ),
        Text::new(
            "支付合计不超过债券发行额，同一项目的各小区合并计算。",
            "No more is paid than was issued, over all communities of the project.",
        ),
        Text::new("注明收益来源；缺的只作提醒。", "The source of revenue is given; without it there is a warning."),
    ],
    messages: &[
        Message::on(
            "review",
            "专项债券项目须经发改部门入库审核",
            "Bond projects need the review of the development and reform bureau",
        ),
        Message::on("issued_amount", "专项债券支付超过债券发行额", "More bond money is paid than was issued"),
        Message::any("专项债券项目未注明收益来源", "The bond project gives no source of revenue"),
    ],
    remedy: Text::new(
        "请县发改局办理专项债券项目入库审核，由领导小组办公室补登审核结果、发行额和收益来源，支付不得超出发行额。",
        "The development and reform bureau reviews the bond project; the office enters result, amount issued and source of revenue, and pays no more than was issued.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    if !facts.has_special_bonds() {
        return;
    }
    if facts.bond_result != BondResult::Passed {
        found.push(Finding::stopping_from(Gate::G2, gate, RULE.id(), "bond_result").with("why", "review"));
    } else if paid(facts) > facts.project.bond_issued {
        found.push(Finding::stopping_from(Gate::G3, gate, RULE.id(), "bond_issued").with("why", "issued_amount"));
    }
    if facts.project.revenue_source.trim().is_empty() {
        found.push(Finding::new(RULE.id(), Severity::W, "revenue_source").with("why", "revenue_source"));
    }
}

/// What has been paid from bonds, in all communities of the project.
fn paid(facts: &ProjectFacts<'_>) -> Money {
    let elsewhere: Money = facts.siblings.iter().map(|sibling| sibling.paid_from_bonds).sum();
    facts.entry.paid_from_bonds().plus(elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Disbursement, Dossier, FundingCommitment, Sibling, Source};
    use chrono::NaiveDate;
    use uuid::Uuid;

    const BONDS: &str = "F12";

    fn dossier(result: BondResult, issued: i64, paid: &[(&str, i64)]) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.project.bond_result = result;
        dossier.project.bond_issued = Money::from_fen(issued);
        dossier.project.revenue_source = "停车收入".to_owned();
        dossier.project_community.commitments =
            vec![FundingCommitment { funding: BONDS.to_owned(), ..FundingCommitment::default() }];
        let payment = |(funding, fen): &(&str, i64)| Disbursement {
            id: Uuid::nil(),
            source: Source { funding: (*funding).to_owned(), ..Source::default() },
            line: String::new(),
            date: NaiveDate::default(),
            amount: Money::from_fen(*fen),
            doc_no: String::new(),
            voucher: String::new(),
            payee: String::new(),
            purpose: String::new(),
        };
        dossier.project_community.payments = paid.iter().map(payment).collect();
        dossier
    }

    fn whys(dossier: &Dossier, gate: Gate) -> Vec<(Severity, String)> {
        let mut found = Vec::new();
        check(&ProjectFacts::of(dossier, NaiveDate::default()), gate, &mut found);
        found
            .iter()
            .map(|finding| (finding.severity, finding.params.text("why").unwrap_or_default().to_owned()))
            .collect()
    }

    #[test]
    fn the_review_comes_before_works() {
        for result in [BondResult::Pending, BondResult::Refused] {
            let pending = dossier(result, 0, &[("F12", 1)]);
            assert_eq!(whys(&pending, Gate::G1), [(Severity::W, "review".to_owned())]);
            assert_eq!(whys(&pending, Gate::G2), [(Severity::E, "review".to_owned())]);
        }
        assert!(whys(&dossier(BondResult::Passed, 0, &[]), Gate::G2).is_empty());
    }

    #[test]
    fn no_more_is_paid_than_was_issued() {
        assert!(whys(&dossier(BondResult::Passed, 100, &[("F12", 60), ("F12", 40), ("F08", 9)]), Gate::G3).is_empty());
        let above = dossier(BondResult::Passed, 100, &[("F12", 60), ("F12", 41)]);
        assert_eq!(whys(&above, Gate::G2), [(Severity::W, "issued_amount".to_owned())]);
        assert_eq!(whys(&above, Gate::G3), [(Severity::E, "issued_amount".to_owned())]);
    }

    #[test]
    fn bonds_are_issued_for_the_whole_project() {
        let mut two = dossier(BondResult::Passed, 100, &[("F12", 60)]);
        let other =
            |fen| Sibling { has_special_bonds: true, paid_from_bonds: Money::from_fen(fen), ..Sibling::default() };
        two.siblings = vec![other(30), other(10)];
        assert!(whys(&two, Gate::G3).is_empty(), "to the last fen");
        two.siblings[1] = other(11);
        assert_eq!(whys(&two, Gate::G3), [(Severity::E, "issued_amount".to_owned())]);
        // A community that takes none of the bonds itself waits for the review of its project all the same.
        two.project_community.commitments.clear();
        two.project_community.payments.clear();
        two.project.bond_result = BondResult::Pending;
        assert_eq!(whys(&two, Gate::G2), [(Severity::E, "review".to_owned())]);
        two.siblings.iter_mut().for_each(|sibling| sibling.has_special_bonds = false);
        assert!(whys(&two, Gate::G2).is_empty());
    }

    #[test]
    fn a_source_of_revenue_is_missed_at_every_gate_and_only_with_bonds() {
        let mut dossier = dossier(BondResult::Passed, 0, &[]);
        dossier.project.revenue_source = " ".to_owned();
        for gate in [Gate::G0, Gate::G4] {
            assert_eq!(whys(&dossier, gate), [(Severity::W, "revenue_source".to_owned())]);
        }
        dossier.project_community.commitments.clear();
        assert!(whys(&dossier, Gate::G4).is_empty());
    }
}
