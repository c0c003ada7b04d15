//! # R-49 重大信息 · Major events
//!
//! Clause 5.4c: major construction information is reported promptly. The hours are settings: fewer for an accident.
//! They run on through days of rest.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::beijing_time,
    finding::{Finding, Severity},
    language::Text,
    policy::{
        office::EventKind,
        parameters::{EVENT_LIMIT_ACCIDENT, EVENT_LIMIT_OTHER, Settings},
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(49),
    how: &[Text::new(
        "重大建设信息自发生起在规定时限内报送，质量安全事故的时限更短；时限遇休息日不顺延。",
        "A major event is reported within the set hours of its happening, an accident within fewer; days of rest don't count out.",
    )],
    messages: &[Message::any("重大建设信息未在规定时限内报送", "The event was reported late")],
    remedy: Text::new(
        "请项目建设单位向领导小组办公室说明迟报原因，今后在时限内报送。",
        "The project owner tells the office why it was late, and reports in time from now on.",
    ),
    fields: &[],
    check: Check::Own,
};

/// A major event 「重大建设信息」 with its two instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportedEvent {
    /// What happened.
    pub kind: EventKind,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
}

/// Says that an event was reported late, by the hours that hold on the day it happened.
pub fn check(event: &ReportedEvent, settings: &Settings) -> Option<Finding> {
    let limit = if event.kind == EventKind::Accident { EVENT_LIMIT_ACCIDENT } else { EVENT_LIMIT_OTHER };
    let hours = settings.get(limit, beijing_time(event.occurred_at).date_naive());
    let limit = TimeDelta::try_hours(hours).unwrap_or(TimeDelta::MAX);
    (event.reported_at.signed_duration_since(event.occurred_at) > limit)
        .then(|| Finding::new(RULE.id(), Severity::W, "reported_at"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_itself_is_in_time() {
        let late = |kind, seconds| {
            let occurred_at: DateTime<Utc> = "2023-06-01T08:00:00+08:00".parse().unwrap();
            let event = ReportedEvent { kind, occurred_at, reported_at: occurred_at + TimeDelta::seconds(seconds) };
            check(&event, &Settings::default()).is_some()
        };
        for (kind, hours) in [(EventKind::Accident, 1), (EventKind::Stopped, 72), (EventKind::Relics, 72)] {
            assert!(!late(kind, hours * 3600) && late(kind, hours * 3600 + 1), "{kind}");
        }
        assert!(!late(EventKind::Accident, -1));
    }
}
