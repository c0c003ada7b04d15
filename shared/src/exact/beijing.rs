//! Instants are stored in UTC and judged on the clock of Beijing, +08:00.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, Utc};

const HOURS_EAST: i64 = 8;

/// The instant on the clock of Beijing.
pub fn beijing_time(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let seconds = i32::try_from(TimeDelta::hours(HOURS_EAST).num_seconds()).unwrap_or_default();
    at.with_timezone(&FixedOffset::east_opt(seconds).unwrap_or_else(|| Utc.fix()))
}

/// The first instant after a day in Beijing.
pub fn end_of_day(date: NaiveDate) -> DateTime<Utc> {
    let next = date.succ_opt().unwrap_or(date).and_time(NaiveTime::MIN).and_utc();
    next.checked_sub_signed(TimeDelta::hours(HOURS_EAST)).unwrap_or(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_beijing_ends_at_sixteen_hours_utc() {
        let end = end_of_day(NaiveDate::from_ymd_opt(2022, 6, 5).unwrap());
        assert_eq!(end.to_rfc3339(), "2022-06-05T16:00:00+00:00");
        assert_eq!(beijing_time(end).to_rfc3339(), "2022-06-06T00:00:00+08:00");
    }
}
