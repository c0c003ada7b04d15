//! A year, a quarter or a month, in which something is due once.

use super::Month;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A year `2022`, a quarter `2022-Q3` or a month `2022-09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// A calendar year.
    Year(i32),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// A month.
    Month(Month),
}

/// Months of a quarter.
const QUARTER: u32 = 3;

impl Period {
    /// The year that holds a date.
    pub fn year_of(date: NaiveDate) -> Self {
        Self::Year(date.year())
    }

    /// The quarter that holds a date.
    pub fn quarter_of(date: NaiveDate) -> Self {
        Self::Quarter(date.year(), date.month0() / QUARTER + 1)
    }

    /// The month that holds a date.
    pub fn month_of(date: NaiveDate) -> Self {
        Self::Month(Month::of(date))
    }

    /// The next one of the same kind.
    #[must_use]
    pub fn next(self) -> Self {
        let after = self.last_day().succ_opt().unwrap_or(NaiveDate::MAX);
        match self {
            Self::Year(_) => Self::year_of(after),
            Self::Quarter(..) => Self::quarter_of(after),
            Self::Month(month) => Self::Month(month.next()),
        }
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        let first = match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Quarter(year, quarter) => NaiveDate::from_ymd_opt(year, (quarter - 1) * QUARTER + 1, 1),
            Self::Month(month) => Some(month.first_day()),
        };
        first.unwrap_or(NaiveDate::MIN)
    }

    /// The last month.
    pub fn last_month(self) -> Month {
        let first = Month::of(self.first_day());
        match self {
            Self::Year(_) => std::iter::successors(Some(first), |month| Some(month.next())).nth(11).unwrap_or(first),
            Self::Quarter(..) => first.next().next(),
            Self::Month(month) => month,
        }
    }

    /// The last day.
    pub fn last_day(self) -> NaiveDate {
        self.last_month().last_day()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(month) => month.fmt(f),
        }
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

/// The text is no period of the form `YYYY`, `YYYY-Qn` or `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodError;

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a period has the form YYYY, YYYY-Qn or YYYY-MM")
    }
}

impl FromStr for Period {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let year = |text: &str| match text.len() {
            4 if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().map_err(|_| PeriodError),
            _ => Err(PeriodError),
        };
        match text.split_once("-Q") {
            Some((of, "1")) => Ok(Self::Quarter(year(of)?, 1)),
            Some((of, "2")) => Ok(Self::Quarter(year(of)?, 2)),
            Some((of, "3")) => Ok(Self::Quarter(year(of)?, 3)),
            Some((of, "4")) => Ok(Self::Quarter(year(of)?, 4)),
            Some(_) => Err(PeriodError),
            None if text.contains('-') => text.parse().map(Self::Month).map_err(|_| PeriodError),
            None => year(text).map(Self::Year),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;
    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_each_other() {
        let date = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        let shown = |period: Period| {
            (
                period.to_string(),
                period.first_day().to_string(),
                period.last_day().to_string(),
                period.next().to_string(),
            )
        };
        let expect = |a: &str, b: &str, c: &str, d: &str| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned());
        assert_eq!(shown(Period::year_of(date)), expect("2022", "2022-01-01", "2022-12-31", "2023"));
        assert_eq!(shown(Period::quarter_of(date)), expect("2022-Q4", "2022-10-01", "2022-12-31", "2023-Q1"));
        assert_eq!(shown(Period::month_of(date)), expect("2022-10", "2022-10-01", "2022-10-31", "2022-11"));
    }

    #[test]
    fn texts_are_read_back_and_nothing_else_is() {
        for text in ["2022", "2022-Q3", "2022-09"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["", "22", "+022", "2022-Q5", "2022-Q", "2022-13", "2022-9", "Q3", "2022-Q33"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
