//! Deadlines in days (section 8, Days of rest; A-72): `due_days`, `limit_days` and the reply to an opinion.

use crate::model::Calendar;
use chrono::{Days, NaiveDate};

/// The first and the last day that are written `YYYY-MM-DD`; a deadline beyond them stays there.
const FIRST: NaiveDate = limit(NaiveDate::from_ymd_opt(0, 1, 1), NaiveDate::MIN);
const LAST: NaiveDate = limit(NaiveDate::from_ymd_opt(9999, 12, 31), NaiveDate::MAX);

const fn limit(date: Option<NaiveDate>, other: NaiveDate) -> NaiveDate {
    match date {
        Some(date) => date,
        None => other,
    }
}

/// The day on which something is due that is due `days` after `from`, or before it when negative.
///
/// Counts working days when the calendar lists any day, else calendar days; 0 is the day itself. With `shift` (the
/// parameter `shift_deadlines_over_holidays`) a deadline on a day of rest moves forward to the next working day.
pub fn due_date(from: NaiveDate, days: i64, calendar: &Calendar, shift: bool) -> NaiveDate {
    let distance = days.unsigned_abs();
    let due = if !calendar.is_empty() {
        working_days(from, distance, if days < 0 { before } else { after }, calendar)
    } else if days < 0 {
        from.checked_sub_days(Days::new(distance)).map_or(FIRST, |date| date.max(FIRST))
    } else {
        from.checked_add_days(Days::new(distance)).map_or(LAST, |date| date.min(LAST))
    };
    if shift { shifted(due, calendar) } else { due }
}

/// The day itself when it is a working day, else the next working day, calendar or not.
pub fn shifted(mut date: NaiveDate, calendar: &Calendar) -> NaiveDate {
    while calendar.is_rest(date) {
        let Some(next) = after(date) else { break };
        date = next;
    }
    date
}

/// The working day that is so many steps away.
fn working_days(
    from: NaiveDate,
    distance: u64,
    step: fn(NaiveDate) -> Option<NaiveDate>,
    calendar: &Calendar,
) -> NaiveDate {
    let (mut date, mut left) = (from, distance);
    while left > 0
        && let Some(next) = step(date)
    {
        date = next;
        left -= u64::from(!calendar.is_rest(date));
    }
    date
}

fn after(date: NaiveDate) -> Option<NaiveDate> {
    date.succ_opt().filter(|date| *date <= LAST)
}

fn before(date: NaiveDate) -> Option<NaiveDate> {
    date.pred_opt().filter(|date| *date >= FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn october() -> Calendar {
        serde_json::from_str(
            r#"[{"date":"2022-10-03","kind":"休"},{"date":"2022-10-04","kind":"休"},{"date":"2022-10-08","kind":"班"}]"#,
        )
        .unwrap()
    }

    #[test]
    fn days_are_calendar_days_without_and_working_days_with_a_calendar() {
        let none = Calendar::default();
        let cases = [
            ("2022-09-30", 1, "2022-10-01", "2022-10-03", "2022-10-05", "2022-10-05"),
            ("2022-09-30", 4, "2022-10-04", "2022-10-04", "2022-10-08", "2022-10-08"),
            ("2022-10-02", 0, "2022-10-02", "2022-10-03", "2022-10-02", "2022-10-05"),
            ("2022-10-10", -1, "2022-10-09", "2022-10-10", "2022-10-08", "2022-10-08"),
            ("2022-10-05", -1, "2022-10-04", "2022-10-04", "2022-09-30", "2022-09-30"),
        ];
        for (from, days, plain, plain_shifted, working, working_shifted) in cases {
            let due = |calendar: &Calendar, shift| due_date(day(from), days, calendar, shift);
            assert_eq!(due(&none, false), day(plain), "{from} {days}");
            assert_eq!(due(&none, true), day(plain_shifted), "{from} {days} shifted");
            assert_eq!(due(&october(), false), day(working), "{from} {days} working days");
            assert_eq!(due(&october(), true), day(working_shifted), "{from} {days} working days, shifted");
        }
    }

    #[test]
    fn a_deadline_far_away_stays_a_date() {
        for calendar in [Calendar::default(), october()] {
            assert_eq!(due_date(day("2022-10-08"), i64::MAX, &calendar, true), day("9999-12-31"));
            assert_eq!(due_date(day("2022-10-08"), i64::MIN, &calendar, false), day("0000-01-01"));
        }
    }
}
