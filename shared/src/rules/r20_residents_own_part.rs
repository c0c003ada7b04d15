//! # R-20 居民自费事项 · Residents' own part
//!
//! Clause 3.1a: who benefits pays. Windows and what lies behind the meters are the residents' own; rewards may be added, but
//! central, provincial and other aid is not for them. Which sources may pay is our strict reading.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::parameters::PRIVATE_ITEM_FUNDS,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(20),
    how: &[Text::new(
        "门窗更换、水表电表表后改造由居民出资，可用县级奖补、公积金、投工投劳和捐赠，其他资金不得使用。",
        "Windows and work behind the meters are paid by the residents, with rewards, provident fund, labour or donations; no other money.",
    )],
    messages: &[Message::any(
        "“{item}”由居民出资，可用奖补，不得使用“{funding}”",
        "Residents pay for “{item}”, with rewards; “{funding}” isn't allowed",
    )],
    remedy: Text::new(
        "请领导小组办公室将“{item}”的“{funding}”改为居民出资或县财政奖补。",
        "The office replaces “{funding}” on “{item}” by the residents' own money or county rewards.",
    ),
    fields: &["line", "funding"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let allowed = facts.settings.get(PRIVATE_ITEM_FUNDS, facts.today);
    for (index, commitment) in facts.commitments.iter().enumerate() {
        let (Some(fund), Some(line)) = (commitment.fund, facts.line_of(commitment)) else { continue };
        if line.is_private() && !allowed.contains(fund.code) {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("commitments/{index}"))
                    .with("line", line.line.id.as_str())
                    .with("funding", fund.code)
                    .with("item", line.line.item.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, FundingCommitment, InvestmentLine};
    use chrono::NaiveDate;

    fn passes(item: &str, funding: &str) -> bool {
        let mut dossier = Dossier::default();
        dossier.project_community.lines =
            vec![InvestmentLine { id: "x".to_owned(), item: item.to_owned(), ..InvestmentLine::default() }];
        dossier.project_community.commitments = vec![FundingCommitment {
            line: "x".to_owned(),
            funding: funding.to_owned(),
            ..FundingCommitment::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        found.is_empty()
    }

    #[test]
    fn the_residents_pay_for_their_own_part() {
        for funding in ["F01", "F04", "F06", "F13", "F16", "F17"] {
            assert!(passes("H01", funding), "{funding}");
        }
        for funding in ["F08", "F09", "F10", "F07", "F15", "F18", "F21"] {
            assert!(!passes("H01", funding), "{funding}");
        }
        assert!(passes("B07", "F08"), "other items are not its business");
    }
}
