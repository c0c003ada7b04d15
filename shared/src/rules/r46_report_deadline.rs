//! # R-46 月报时限 · Monthly report deadline
//!
//! Clause 5.4c: progress is reported every month, on time. A month is due from that of the start to that of completion or
//! withdrawal; its report must be in by the end of `report_due_day` of the next month, Beijing time, the last
//! second included. Chart L-10 counts by the same states.

use super::{Check, Message, Rule, heading, works_period::WorksPeriod};
use crate::{
    exact::{Month, end_of_day},
    finding::{Finding, Severity},
    language::Text,
    model::Calendar,
    policy::{
        due_date::shifted,
        parameters::{REPORT_DUE_DAY, SHIFT_DEADLINES_OVER_HOLIDAYS, Settings},
    },
};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(46),
    how: &[
        Text::new(
            "自开工当月至竣工或调出当月，每月均须报送月报；存量项目自补录截止月的次月起报送。",
            "A report is due for every month from that of the start to that of completion or withdrawal; for works taken over, from the month after the opening balance.",
        ),
        Text::new(
            "月报于次月规定日24时（北京时间）前报送；启用顺延的，截止日遇休息日顺延至下一工作日。",
            "It is in by the end of the set day of the next month, Beijing time; where deadlines move, one on a day of rest moves to the next working day.",
        ),
        Text::new("逾期报送或到期未报的提醒。", "A late or missing report is a warning."),
    ],
    messages: &[
        Message::on("late", "{period}月报逾期", "The report of {period} was late"),
        Message::on("missing", "{period}月报未报", "The report of {period} is missing"),
        Message::any("{period}月报未按时报送", "The report of {period} was not on time"),
    ],
    remedy: Text::new(
        "请项目建设单位尽快报送{period}月报，以后各月按时报送。",
        "The project owner sends the report of {period} now, and those to come on time.",
    ),
    fields: &["state"],
    check: Check::Own,
};

/// How a month's report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportState {
    /// It came in time.
    OnTime,
    /// It came after the deadline.
    Late,
    /// The deadline has passed and there is none.
    Missing,
    /// No report is asked for, or not yet.
    NotDue,
}

impl ReportState {
    /// As cases and messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Missing => "missing",
            Self::NotDue => "not_due",
        }
    }
}

/// A month of a project community with its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportMonth {
    /// The month.
    pub period: Month,
    /// When its report was submitted; one returned for correction is none.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The last day on which it is in time.
    pub due: NaiveDate,
}

/// The last day on which the report of a month is in time, by the settings that hold in the next month.
pub fn due_day(period: Month, settings: &Settings, calendar: &Calendar) -> NaiveDate {
    let first = period.next().first_day();
    let day = settings.get(REPORT_DUE_DAY, first);
    due_day_of(period, day, calendar, settings.get(SHIFT_DEADLINES_OVER_HOLIDAYS, first))
}

/// The `day` of the next month or its last one, moved over days of rest when `shift` says so.
pub fn due_day_of(period: Month, day: i64, calendar: &Calendar, shift: bool) -> NaiveDate {
    let month = period.next();
    let later = Days::new(u64::try_from(day.saturating_sub(1)).unwrap_or_default());
    let due = month.first_day().checked_add_days(later).unwrap_or(NaiveDate::MAX).min(month.last_day());
    if shift { shifted(due, calendar) } else { due }
}

/// How the report of a month stands now; months outside the works are not due, submitted or not.
pub fn state(month: &ReportMonth, works: &WorksPeriod, now: DateTime<Utc>) -> ReportState {
    let end = end_of_day(month.due);
    match month.submitted_at {
        _ if !works.holds(month.period) => ReportState::NotDue,
        Some(at) if at < end => ReportState::OnTime,
        Some(_) => ReportState::Late,
        None if now < end => ReportState::NotDue,
        None => ReportState::Missing,
    }
}

/// Says that a report is late or missing.
pub fn check(month: &ReportMonth, works: &WorksPeriod, now: DateTime<Utc>) -> Option<Finding> {
    let state = state(month, works, now);
    let path = match state {
        ReportState::Late => "submitted_at",
        ReportState::Missing => "",
        ReportState::OnTime | ReportState::NotDue => return None,
    };
    let finding = Finding::new(RULE.id(), Severity::W, path).with("state", state.code());
    Some(finding.with("period", month.period.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, policy::parameters::Override, rules};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_second_is_in_time() {
        let works = WorksPeriod { first: month("2022-04"), last: Some(month("2022-05")) };
        let due = due_day(month("2022-05"), &Settings::default(), &Calendar::default());
        assert_eq!(due.to_string(), "2022-06-05");
        let (last, over) = ("2022-06-05T23:59:59+08:00", "2022-06-06T00:00:00+08:00");
        let may = |sent: Option<&str>| ReportMonth { period: month("2022-05"), submitted_at: sent.map(at), due };
        for (sent, now, expected) in [
            (Some(last), over, ReportState::OnTime),
            (Some(over), over, ReportState::Late),
            (None, last, ReportState::NotDue),
            (None, over, ReportState::Missing),
        ] {
            assert_eq!(state(&may(sent), &works, at(now)), expected);
        }
        let outside = ReportMonth { period: month("2022-06"), ..may(Some(over)) };
        assert_eq!(state(&outside, &works, at(over)), ReportState::NotDue);
        assert_eq!(check(&may(Some(last)), &works, at(over)), None);
        let late = check(&may(Some(over)), &works, at(over)).unwrap();
        assert_eq!(rules::message(&late, Language::Zh), "2022年5月月报逾期");
        let missing = check(&may(None), &works, at(over)).unwrap();
        assert_eq!(rules::message(&missing, Language::En), "The report of May 2022 is missing");
        assert_eq!((late.path.as_str(), missing.path.as_str()), ("submitted_at", ""));
    }

    #[test]
    fn the_day_is_a_setting_and_stays_in_its_month() {
        let mut settings = Settings::default();
        let set = |name: &str, value: &str| Override {
            name: name.to_owned(),
            valid_from: "2023-01-01".parse().unwrap(),
            value: value.to_owned(),
            basis: String::new(),
        };
        settings.set(set("report_due_day", "31")).unwrap();
        settings.set(set("shift_deadlines_over_holidays", "on")).unwrap();
        let due = |period| due_day(month(period), &settings, &Calendar::default()).to_string();
        assert_eq!(
            (due("2022-11"), due("2022-12"), due("2023-01")),
            ("2022-12-05".to_owned(), "2023-01-31".to_owned(), "2023-02-28".to_owned())
        );
        assert_eq!(due("2023-11"), "2024-01-01", "31 December 2023 is a Sunday");
        assert_eq!(due_day_of(month("2023-01"), -7, &Calendar::default(), false).to_string(), "2023-02-01");
    }
}
