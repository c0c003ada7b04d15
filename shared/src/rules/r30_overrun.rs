//! # R-30 超投资 · Overrun
//!
//! Clause 5.2b: the feasibility study proves content and funds, so works stay within what was approved. A report whose
//! cumulative investment exceeds the approval warns, and from the upper limit on it is refused until the approval has been
//! adjusted. Both figures are sums over all communities of the project; without an approval nothing is compared.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::{Bound, Money, Ratio},
    finding::{Finding, Severity},
    language::Text,
    policy::parameters::{OVERRUN_STOP_ABOVE, OVERRUN_WARN_ABOVE, Settings},
};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(30),
    how: &[
        Text::new(
            "项目各小区累计完成投资之和，与可研批复总投资相比。",
            "What all communities of the project have invested so far, against the approved total.",
        ),
        Text::new(
            "超过提醒线的提醒；超过上限的，批复调整前不得报送。",
            "Above the first mark it warns; above the upper limit no report is taken until the approval is adjusted.",
        ),
        Text::new("尚无批复的不比较。", "Without an approval nothing is compared."),
    ],
    messages: &[Message::any("累计完成投资为批复的{shown}%", "Cumulative investment is {shown}% of what was approved")],
    remedy: Text::new(
        "请建设单位核对累计完成投资；确已超出的，先报县发改局调整批复。",
        "The project owner checks the cumulative investment; if it is right, the development and reform bureau adjusts the approval first.",
    ),
    fields: &["shown"],
    check: Check::Own,
};

/// What the rule says of a report; its path is that of the report.
///
/// `approved_total` and `cum_invest` are over all communities of the project, the report's figure included.
pub fn check(approved_total: Money, cum_invest: Money, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let share = Ratio::new(cum_invest.fen(), approved_total.fen());
    let (warn, stop) = (settings.get(OVERRUN_WARN_ABOVE, today), settings.get(OVERRUN_STOP_ABOVE, today));
    let is_above = |limit| share.compare(limit) == Some(Ordering::Greater);
    let (severity, limit) = if is_above(stop) {
        (Severity::E, stop)
    } else if is_above(warn) {
        (Severity::W, warn)
    } else {
        return Vec::new();
    };
    let shown = share.percent(Bound::AtMost(limit)).unwrap_or_default();
    vec![Finding::new(RULE.id(), severity, "cum_invest").with("shown", shown)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(approved: i64, invested: i64) -> Option<(Severity, String)> {
        let (approved, invested) = (Money::from_fen(approved), Money::from_fen(invested));
        let found = check(approved, invested, &Settings::default(), NaiveDate::default());
        found.first().map(|one| (one.severity, one.params.text("shown").unwrap_or_default().to_owned()))
    }

    #[test]
    fn both_limits_to_the_last_fen() {
        let said = |severity, shown: &str| Some((severity, shown.to_owned()));
        assert_eq!(found(500_000_000, 499_999_999), None);
        assert_eq!(found(500_000_000, 500_000_000), None);
        assert_eq!(found(500_000_000, 500_000_001), said(Severity::W, "100.01"));
        assert_eq!(found(500_000_000, 549_999_999).map(|said| said.0), Some(Severity::W));
        assert_eq!(found(500_000_000, 550_000_000), said(Severity::W, "110.00"));
        assert_eq!(found(500_000_000, 550_000_001), said(Severity::E, "110.01"));
        assert_eq!(found(1, i64::MAX).map(|said| said.0), Some(Severity::E));
    }

    #[test]
    fn without_an_approval_nothing_is_compared() {
        assert_eq!(found(0, 1), None);
        assert_eq!(found(-1, 1), None);
        assert_eq!(found(100, -1), None);
    }
}
