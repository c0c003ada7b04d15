//! # R-52 成员替补 · Successors
//!
//! Annex 1: when a member changes, who takes over the post steps in with the consent of leader and deputy leader, without a
//! new paper. When the seat is one of theirs, the other one consents. A seat may be empty or in acting hands for a
//! while, so dates that don't join are a warning.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    policy::units::SeatRole,
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(52),
    how: &[
        Text::new(
            "成员变动须经组长、副组长同意；变动的是组长或副组长的，由另一人同意。",
            "Leader and deputy leader consent; when the seat is one of theirs, the other one does.",
        ),
        Text::new("替补人与原成员职务相同。", "The successor holds the same post."),
        Text::new(
            "替补自原成员离任次日起，不衔接的只作提醒；不另行发文。",
            "The successor begins on the day after the predecessor's last; dates that don't join are a warning only. No paper is asked for.",
        ),
    ],
    messages: &[Message::any(
        "成员变动须经组长、副组长同意，由接任同一职务者自次日起替补（{why}）",
        "A seat changes with the consent of leader and deputy leader, to the successor in the same post, from the next day on ({why})",
    )],
    remedy: Text::new(
        "请领导小组办公室报组长、副组长同意，并核对替补人的职务和任职日期。",
        "The office asks leader and deputy leader for consent, and checks the successor's post and dates.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A change of who holds a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatChange<'a> {
    /// The role of the seat.
    pub role: SeatRole,
    /// Whether the leader consents.
    pub consent_leader: bool,
    /// Whether the deputy leader consents.
    pub consent_deputy: bool,
    /// The post of who leaves.
    pub predecessor_post: &'a str,
    /// The post of who comes.
    pub successor_post: &'a str,
    /// The last day of who leaves.
    pub predecessor_to: NaiveDate,
    /// The first day of who comes.
    pub from: NaiveDate,
}

/// What stops the change, and whether its dates join.
pub fn check(change: &SeatChange<'_>) -> Vec<Finding> {
    let is_consented = match change.role {
        SeatRole::Leader => change.consent_deputy,
        SeatRole::Deputy => change.consent_leader,
        SeatRole::Member | SeatRole::OfficeHead | SeatRole::OfficeDeputy => {
            change.consent_leader && change.consent_deputy
        }
    };
    let is_same_post = change.successor_post.trim() == change.predecessor_post.trim();
    let broken: Vec<String> = [(!is_consented, "consent"), (!is_same_post, "post")]
        .into_iter()
        .filter(|(is_broken, _)| *is_broken)
        .map(|(_, why)| why.to_owned())
        .collect();
    let mut found = Vec::new();
    if !broken.is_empty() {
        let path = if is_consented { "successor_post" } else { "" };
        found.push(Finding::new(RULE.id(), Severity::E, path).with_list("why", broken));
    }
    if Some(change.from) != change.predecessor_to.succ_opt() {
        found.push(Finding::new(RULE.id(), Severity::W, "from").with_list("why", vec!["from".to_owned()]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn change(role: SeatRole, leader: bool, deputy: bool) -> SeatChange<'static> {
        SeatChange {
            role,
            consent_leader: leader,
            consent_deputy: deputy,
            predecessor_post: "县教育局局长",
            successor_post: "县教育局局长",
            predecessor_to: day("2023-04-30"),
            from: day("2023-05-01"),
        }
    }

    #[test]
    fn both_consent_or_the_other_one() {
        for (role, leader, deputy, passes) in [
            (SeatRole::Member, true, true, true),
            (SeatRole::Member, true, false, false),
            (SeatRole::OfficeHead, false, true, false),
            (SeatRole::OfficeDeputy, true, true, true),
            (SeatRole::Leader, false, true, true),
            (SeatRole::Leader, true, false, false),
            (SeatRole::Deputy, true, false, true),
            (SeatRole::Deputy, false, true, false),
        ] {
            assert_eq!(check(&change(role, leader, deputy)).is_empty(), passes, "{role} {leader} {deputy}");
        }
    }

    #[test]
    fn the_same_post_from_the_next_day() {
        let both = change(SeatRole::Member, false, true);
        let found = check(&SeatChange { successor_post: "县审计局局长", from: day("2023-05-02"), ..both });
        assert_eq!(
            found.iter().map(|finding| rules::message(finding, Language::Zh)).collect::<Vec<_>>(),
            [
                "成员变动须经组长、副组长同意，由接任同一职务者自次日起替补（未经规定程序同意、职务不同）",
                "成员变动须经组长、副组长同意，由接任同一职务者自次日起替补（任职时间不衔接）"
            ]
        );
        assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::E, Severity::W]);
        let early = SeatChange { from: day("2023-04-30"), ..change(SeatRole::Member, true, true) };
        assert_eq!(check(&early)[0].path, "from");
    }
}
