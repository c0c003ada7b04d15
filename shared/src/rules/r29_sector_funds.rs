//! # R-29 行业资金对口 · Sector funds
//!
//! Clause 3.4: departments bring the money of their sectors: care of the elderly, culture, health, childcare, sport. It pays
//! what belongs to its sector; that of another sector what its document names. Fees are not asked, the residents' own
//! part is R-20's. Every commitment is looked at, mere intentions too.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::funding::{MayPay, sector_items},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(29),
    how: &[
        Text::new(
            "养老、文化、卫生、托幼、体育资金只用于参数所列的对口改造项。",
            "Money for the elderly, culture, health, childcare and sport pays the items listed for its sector among the settings.",
        ),
        Text::new("其他行业资金只用于其文件列明的改造项。", "That of another sector pays what its document names."),
    ],
    messages: &[Message::any(
        "{sub_kind}行业资金不得用于“{item}”",
        "Sector money ({sub_kind}) may not pay for “{item}”",
    )],
    remedy: Text::new(
        "请领导小组办公室会同行业主管部门，将{sub_kind}行业资金调整到对口的改造项，或改用其他资金。",
        "The office and the sector's department move the money to an item of its sector, or use another source.",
    ),
    fields: &["line", "sub_kind"],
    check: Check::Community(check),
};

/// The sector whose items its document names.
const OTHER: &str = "其他";

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    for (index, commitment) in facts.commitments.iter().enumerate() {
        let Some(line) =
            commitment.fund.filter(|fund| fund.may_pay == MayPay::Sector).and_then(|_| facts.line_of(commitment))
        else {
            continue;
        };
        let Some(item) = line.item.filter(|item| !item.is_private() && !item.is_cost()) else { continue };
        let sector = commitment.commitment.sub_kind.as_deref().filter(|sector| !sector.is_empty()).unwrap_or(OTHER);
        let pays = match sector_items(sector) {
            Some(list) => facts.settings.get(list, facts.today).contains(item.code),
            None => commitment.commitment.allowed_items.iter().any(|code| code == item.code),
        };
        if !pays {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("commitments/{index}"))
                    .with("line", line.line.id.as_str())
                    .with("sub_kind", sector)
                    .with("item", item.code),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, FundingCommitment, InvestmentLine};
    use chrono::NaiveDate;

    fn passes(item: &str, sector: &str, allowed: &[&str]) -> bool {
        let mut dossier = Dossier::default();
        dossier.project_community.lines =
            vec![InvestmentLine { id: "x".to_owned(), item: item.to_owned(), ..InvestmentLine::default() }];
        dossier.project_community.commitments = vec![FundingCommitment {
            line: "x".to_owned(),
            funding: "F18".to_owned(),
            sub_kind: Some(sector.to_owned()),
            allowed_items: allowed.iter().map(|code| (*code).to_owned()).collect(),
            ..FundingCommitment::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        found.is_empty()
    }

    #[test]
    fn sector_money_stays_in_its_sector() {
        assert!(passes("I12", "体育", &[]) && !passes("U09", "体育", &[]));
        assert!(
            passes("U09", "养老", &[])
                && passes("U02", "卫生", &[])
                && passes("U10", "托幼", &[])
                && passes("I11", "文化", &[])
        );
        assert!(!passes("I12", "养老", &["I12"]), "a document does not widen a listed sector");
    }

    #[test]
    fn another_sector_follows_its_document_and_fees_are_not_asked() {
        assert!(passes("I09", "其他", &["I09"]) && !passes("I09", "其他", &[]));
        assert!(passes("C01", "体育", &[]) && passes("H01", "体育", &[]));
    }
}
