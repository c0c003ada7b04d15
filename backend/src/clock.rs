//! The one clock: the programme's day and the instant of an act. The domain never asks for the time; it is told.
//!
//! A 样例 programme stands on its demonstration date, or on the date of `--today`; any other one follows the machine's
//! clock at the county's offset. Sessions and rate limits use real time, whatever the programme's day is.

use anju_domain::model::Programme;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};
use std::time::SystemTime;

/// Seconds that the county's time is ahead of UTC.
const COUNTY_OFFSET: i32 = 8 * 60 * 60;

/// Tells the programme's day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The date of `--today`.
    pub today: Option<NaiveDate>,
}

impl Clock {
    /// The machine's instant.
    pub fn real() -> DateTime<Utc> {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
        DateTime::from_timestamp(seconds, since.subsec_micros() * 1_000).unwrap_or_default()
    }

    /// The programme's day.
    pub fn today(self, programme: Option<&Programme>) -> NaiveDate {
        let sample = programme.filter(|programme| programme.sample);
        sample
            .and_then(|programme| self.today.or(programme.demonstration_date))
            .unwrap_or_else(|| Self::real().with_timezone(&county()).date_naive())
    }

    /// The instant of an act: the programme's day at the machine's time of day.
    pub fn instant(self, programme: Option<&Programme>) -> DateTime<Utc> {
        let real = Self::real();
        let time = real.with_timezone(&county()).time();
        county()
            .from_local_datetime(&self.today(programme).and_time(time))
            .single()
            .map_or(real, |instant| instant.with_timezone(&Utc))
    }
}

fn county() -> FixedOffset {
    FixedOffset::east_opt(COUNTY_OFFSET).unwrap_or_else(|| chrono::Offset::fix(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_sample_programme_keeps_its_day_and_a_real_one_follows_the_clock() {
        let sample = Programme { sample: true, demonstration_date: Some(date("2022-10-08")), ..Programme::default() };
        assert_eq!(Clock::default().today(Some(&sample)), date("2022-10-08"));
        let shifted = Clock { today: Some(date("2022-11-05")) };
        assert_eq!(shifted.today(Some(&sample)), date("2022-11-05"));
        assert_eq!(shifted.instant(Some(&sample)).with_timezone(&county()).date_naive(), date("2022-11-05"));
        let real = Programme { demonstration_date: Some(date("2022-10-08")), ..Programme::default() };
        assert!(shifted.today(Some(&real)) > date("2022-11-05"));
    }
}
