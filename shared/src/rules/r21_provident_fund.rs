//! # R-21 公积金提取 · Provident fund
//!
//! Clause 3.1d: owner and spouse may draw their housing provident fund for lifts and work on the own dwelling, once the
//! fund's office has certified it (annex 2, 15). What they draw for a dwelling, all withdrawals together, stays within what
//! the dwelling itself bears: its share less the subsidies. Which items the fund may pay is R-16's.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    finding::{Finding, Gate},
    language::Text,
};
use serde::{Deserialize, Serialize};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(21),
    how: &[
        Text::new(
            "提取人是纳入改造住房的所有权人或其配偶。",
            "Who draws owns a dwelling in scope, or is the owner's spouse.",
        ),
        Text::new("公积金管理部门已确认符合提取条件。", "The provident fund has certified that drawing is allowed."),
        Text::new(
            "同一住房累计提取（含本次）不超过该户分摊额减去补助后的净额。",
            "All that is drawn for a dwelling, this time included, stays within its share less subsidies.",
        ),
    ],
    messages: &[
        Message::on("holder", "公积金限房屋所有权人及配偶提取", "Only the owner and the spouse may draw"),
        Message::on(
            "eligible",
            "未经公积金管理部门确认符合提取条件",
            "The provident fund has not certified that drawing is allowed",
        ),
        Message::any("提取超过个人实际分摊{limit}万元", "More is drawn than the own net share of {limit} 万元"),
    ],
    remedy: Text::new(
        "请住房公积金管理部核对提取人、提取条件和净分摊额，更正后再办理提取。",
        "The provident fund checks who draws, on what condition and up to which net share, and corrects the withdrawal.",
    ),
    fields: &["why", "limit"],
    check: Check::Own,
};

/// Who draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountHolder {
    /// The owner of an in-scope dwelling.
    Owner,
    /// The owner's spouse.
    Spouse,
    /// Anybody else.
    #[default]
    #[serde(other)]
    Other,
}

/// A withdrawal as it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// Who draws.
    pub account_holder: AccountHolder,
    /// Whether the provident fund has certified it.
    pub certified_eligible: bool,
    /// Everything drawn for the dwelling, this withdrawal included.
    pub withdrawn: Money,
    /// What the dwelling has to bear.
    pub dwelling_share: Money,
    /// What others give for that share.
    pub subsidies: Money,
}

/// What the rule says of a withdrawal at a gate; paths are those of the withdrawal.
pub fn check(withdrawal: &Withdrawal, gate: Gate) -> Vec<Finding> {
    let say = |path: &'static str, why: &'static str| {
        Finding::stopping_from(Gate::G3, gate, RULE.id(), path).with("why", why)
    };
    let mut found = Vec::new();
    if withdrawal.account_holder == AccountHolder::Other {
        found.push(say("account_holder", "holder"));
    }
    if !withdrawal.certified_eligible {
        found.push(say("certified_eligible", "eligible"));
    }
    let limit = withdrawal.dwelling_share.minus(withdrawal.subsidies);
    if withdrawal.withdrawn > limit {
        found.push(say("amount", "amount").with_integer("limit", limit.fen()));
    }
    found.sort_by(Finding::order);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Param, language::Language, rules::message};

    const HALF: Withdrawal = Withdrawal {
        account_holder: AccountHolder::Spouse,
        certified_eligible: true,
        withdrawn: Money::from_fen(1_900_000),
        dwelling_share: Money::from_fen(2_400_000),
        subsidies: Money::from_fen(500_000),
    };

    fn whys(withdrawal: Withdrawal) -> Vec<String> {
        check(&withdrawal, Gate::G3)
            .iter()
            .map(|finding| finding.params.text("why").unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn the_net_share_to_the_last_fen() {
        assert!(whys(HALF).is_empty());
        assert!(whys(Withdrawal { withdrawn: Money::from_fen(1_899_999), ..HALF }).is_empty());
        let above = Withdrawal { withdrawn: Money::from_fen(1_900_001), ..HALF };
        let found = check(&above, Gate::G3);
        assert_eq!(found[0].params.get("limit"), Some(&Param::Integer(1_900_000)));
        assert_eq!(message(&found[0], Language::Zh), "提取超过个人实际分摊1.90万元");
        let subsidised = Withdrawal { subsidies: Money::from_fen(2_400_001), ..HALF };
        assert_eq!(check(&subsidised, Gate::G3)[0].params.get("limit"), Some(&Param::Integer(-1)));
    }

    #[test]
    fn owner_or_spouse_and_certified() {
        assert!(whys(Withdrawal { account_holder: AccountHolder::Owner, ..HALF }).is_empty());
        assert_eq!(whys(Withdrawal { account_holder: AccountHolder::Other, ..HALF }), ["holder"]);
        let nothing_right = Withdrawal {
            account_holder: AccountHolder::Other,
            certified_eligible: false,
            withdrawn: Money::from_fen(2_400_000),
            ..HALF
        };
        assert_eq!(whys(nothing_right), ["holder", "amount", "eligible"]);
        assert!(check(&nothing_right, Gate::G2).iter().all(Finding::is_announcement));
    }
}
