//! The calendar of working days: days of rest on a weekday, working days at a weekend.

use crate::ordered;
use crate::vocabulary::vocabulary;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a listed day is.
    DayKind {
        Rest = "休", "day of rest";
        Work = "班", "working day";
    }
}

/// A listed day 「工作日历」.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// 休 or 班.
    pub kind: DayKind,
}

/// The listed days, by date, each once; of a day listed twice the last entry counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<CalendarDay>", into = "Vec<CalendarDay>")]
pub struct Calendar(Vec<CalendarDay>);

impl Calendar {
    /// Whether no day is listed. Then periods in days are calendar days.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The listed days, by date.
    pub fn days(&self) -> &[CalendarDay] {
        &self.0
    }

    /// Whether a day is one of rest: as listed, else Saturday and Sunday.
    pub fn is_rest(&self, date: NaiveDate) -> bool {
        match self.0.binary_search_by_key(&date, |day| day.date) {
            Ok(index) => self.0[index].kind == DayKind::Rest,
            Err(_) => matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }
}

impl From<Vec<CalendarDay>> for Calendar {
    fn from(mut days: Vec<CalendarDay>) -> Self {
        // The sort is stable: reversed first, the last entry of a day comes before its others.
        days.reverse();
        ordered::sort(&mut days, |a, b| a.date.cmp(&b.date));
        days.dedup_by_key(|day| day.date);
        Self(days)
    }
}

impl From<Calendar> for Vec<CalendarDay> {
    fn from(calendar: Calendar) -> Self {
        calendar.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn listed_days_go_before_the_weekend() {
        let calendar: Calendar = serde_json::from_str(
            r#"[{"date":"2022-10-08","kind":"休"},{"date":"2022-10-03","kind":"休"},{"date":"2022-10-08","kind":"班"}]"#,
        )
        .unwrap();
        assert_eq!(calendar.days().len(), 2, "the last entry of a day counts");
        let rest = |date| calendar.is_rest(day(date));
        assert!(rest("2022-10-03") && rest("2022-10-09") && !rest("2022-10-08") && !rest("2022-10-10"));
        assert!(Calendar::default().is_rest(day("2022-10-08")) && !Calendar::default().is_rest(day("2022-10-10")));
        let stored = serde_json::to_string(&calendar).unwrap();
        assert_eq!(serde_json::from_str::<Calendar>(&stored).unwrap(), calendar);
    }
}
