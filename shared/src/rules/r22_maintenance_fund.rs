//! # R-22 维修资金 · Maintenance fund
//!
//! Clauses 3.1e and 5.5d: the special maintenance fund belongs to the owners. It is used after their vote and within its
//! balance; when little of the first deposit would be left, renewing it is due.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::{Money, Ratio},
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::parameters::{FUND_RENEW_BELOW, Settings},
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(22),
    how: &[
        Text::new("使用维修资金已经业主表决通过。", "The owners have voted for using the fund."),
        Text::new("使用金额不超过余额。", "The amount stays within the balance."),
        Text::new(
            "使用后余额低于首期交存额规定比例的，提醒续筹。",
            "If less than the set part of the first deposit is left, renewing it is due.",
        ),
    ],
    messages: &[
        Message::on("consent", "使用维修资金须业主表决通过", "Using the fund needs the owners' vote"),
        Message::on("balance", "使用金额超过余额", "The amount is more than the balance"),
        Message::any(
            "余额不足首期交存额{limit}%，应启动续筹",
            "The balance falls below {limit}% of the first deposit: renewing it is due",
        ),
    ],
    remedy: Text::new(
        "请县住建局核对表决结果和资金余额；需要续筹的，由社区组织业主按程序续筹。",
        "The housing bureau checks vote and balance; where renewal is due, the neighbourhood has the owners decide on it.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A use of the fund as it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundUse {
    /// Whether the vote 使用维修资金 has passed.
    pub consent_passed: bool,
    /// What is to be used.
    pub amount: Money,
    /// What there is before.
    pub balance: Money,
    /// 首期交存额
    pub first_deposit: Money,
}

/// What the rule says of a use of the fund at a gate; paths are those of the payment.
pub fn check(fund_use: &FundUse, gate: Gate, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    let stop = |path: &'static str, why: &'static str| {
        Finding::stopping_from(Gate::G3, gate, RULE.id(), path).with("why", why)
    };
    if !fund_use.consent_passed {
        found.push(stop("", "consent"));
    }
    let renew_below = settings.get(FUND_RENEW_BELOW, today);
    let left = fund_use.balance.minus(fund_use.amount);
    if fund_use.amount > fund_use.balance {
        found.push(stop("amount", "balance"));
    } else if gate >= Gate::G3
        && Ratio::new(left.fen(), fund_use.first_deposit.fen()).at_least(renew_below) == Some(false)
    {
        found.push(
            Finding::new(RULE.id(), Severity::W, "amount").with("why", "renew").with_integer("limit", renew_below),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules::message};

    fn whys(
        amount: i64,
        balance: i64,
        first_deposit: i64,
        consent_passed: bool,
        gate: Gate,
    ) -> Vec<(Severity, String)> {
        let fund_use = FundUse {
            consent_passed,
            amount: Money::from_fen(amount),
            balance: Money::from_fen(balance),
            first_deposit: Money::from_fen(first_deposit),
        };
        check(&fund_use, gate, &Settings::default(), NaiveDate::default())
            .iter()
            .map(|finding| (finding.severity, finding.params.text("why").unwrap_or_default().to_owned()))
            .collect()
    }

    #[test]
    fn balance_and_renewal_to_the_last_fen() {
        use Severity::{E, W};
        assert!(whys(30, 60, 100, true, Gate::G3).is_empty(), "30 of 100 are left");
        assert_eq!(whys(31, 60, 100, true, Gate::G3), [(W, "renew".to_owned())]);
        assert_eq!(whys(60, 60, 100, true, Gate::G3), [(W, "renew".to_owned())]);
        assert_eq!(whys(61, 60, 100, true, Gate::G3), [(E, "balance".to_owned())]);
        assert!(whys(60, 60, 0, true, Gate::G3).is_empty(), "without a first deposit nothing is measured by it");
        assert_eq!(whys(i64::MAX, i64::MIN, 1, true, Gate::G3), [(E, "balance".to_owned())]);
    }

    #[test]
    fn a_vote_is_needed_and_renewal_is_said_when_paying() {
        use Severity::{E, W};
        assert_eq!(whys(30, 60, 100, false, Gate::G3), [(E, "consent".to_owned())]);
        assert_eq!(whys(30, 60, 100, false, Gate::G2), [(W, "consent".to_owned())]);
        assert!(whys(31, 60, 100, true, Gate::G2).is_empty());
        let both = whys(61, 60, 100, false, Gate::G3);
        assert_eq!(both, [(E, "consent".to_owned()), (E, "balance".to_owned())]);
    }

    #[test]
    fn the_limit_is_worded_as_a_percent() {
        let finding = Finding::new("R-22", Severity::W, "amount").with("why", "renew").with_integer("limit", 30);
        assert_eq!(message(&finding, Language::Zh), "余额不足首期交存额30%，应启动续筹");
    }
}
