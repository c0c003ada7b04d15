//! Dates, months and quantities with their units, as people write them.

use crate::{
    exact::{Area, Money, Month, beijing_time, grouped},
    language::Language,
};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

super::words! {
    WAN = "万元", "万元 (10,000 yuan)";
    WAN_SHORT = "万元", "万元";
    SQUARE_METRES = "㎡", "㎡";
    HOUSEHOLDS = "{n}户", "{n} households";
    ONE_HOUSEHOLD = "1户", "1 household";
    COMMUNITIES = "{n}个小区", "{n} communities";
    ONE_COMMUNITY = "1个小区", "1 community";
    BUILDINGS = "{n}栋", "{n} buildings";
    ONE_BUILDING = "1栋", "1 building";
    POINTS = "个百分点", "points";
    PLAN_YEAR = "{n}年度", "plan year {n}";
    NO_VALUE = "—", "—";
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or_default()
}

/// 2022年10月8日 · 8 October 2022
pub fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => format!("{} {} {}", date.day(), month_name(date.month()), date.year()),
    }
}

/// A day of every year: 12月31日 · 31 December
pub fn day_of_year(language: Language, month: u32, day: u32) -> String {
    match language {
        Language::Zh => format!("{month}月{day}日"),
        Language::En => format!("{day} {}", month_name(month)),
    }
}

/// A date, or 「—」.
pub fn date_or_none(language: Language, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| NO_VALUE.get(language).to_owned(), |day| date(language, day))
}

/// 2022年9月 · September 2022
pub fn month(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{}年{}月", month.year(), month.month()),
        Language::En => format!("{} {}", month_name(month.month()), month.year()),
    }
}

/// The day of an instant in Beijing.
pub fn day(language: Language, at: DateTime<Utc>) -> String {
    date(language, beijing_time(at).date_naive())
}

/// An instant on the clock of Beijing: 2022年10月8日 09:05:07.
pub fn instant(language: Language, at: DateTime<Utc>) -> String {
    let local = beijing_time(at);
    format!("{} {:02}:{:02}:{:02}", date(language, local.date_naive()), local.hour(), local.minute(), local.second())
}

/// 2,040.45万元 · 2,040.45 万元
pub fn money(language: Language, amount: Money) -> String {
    with_unit(language, &amount.wan(), WAN_SHORT.get(language))
}

/// 51,480.00㎡ · 51,480.00 ㎡
pub fn area(language: Language, area: Area) -> String {
    with_unit(language, &area.shown(), SQUARE_METRES.get(language))
}

/// A figure with its unit: 12.50万元 · 12.50 万元
pub fn with_unit(language: Language, figure: &str, unit: &str) -> String {
    let space = if language == Language::Zh { "" } else { " " };
    format!("{figure}{space}{unit}")
}

/// 312户 · 312 households
pub fn households(language: Language, number: i64) -> String {
    match number {
        1 => ONE_HOUSEHOLD.get(language).to_owned(),
        _ => super::fill(HOUSEHOLDS, language, &[("n", &grouped(number))]),
    }
}

/// 8栋312户 · 8 buildings, 312 households
pub fn size(language: Language, in_scope: usize, number: i64) -> String {
    let in_scope = match in_scope {
        1 => ONE_BUILDING.get(language).to_owned(),
        _ => super::fill(BUILDINGS, language, &[("n", &in_scope.to_string())]),
    };
    let comma = if language == Language::Zh { "" } else { ", " };
    format!("{in_scope}{comma}{}", households(language, number))
}

/// 24个小区 · 24 communities
pub fn communities(language: Language, number: i64) -> String {
    match number {
        1 => ONE_COMMUNITY.get(language).to_owned(),
        _ => super::fill(COMMUNITIES, language, &[("n", &grouped(number))]),
    }
}

/// Joins the parts of a sentence that are there: 「，」 or a comma.
pub fn listed(language: Language, parts: &[String]) -> String {
    let comma = if language == Language::Zh { "，" } else { ", " };
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_do() {
        let day = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        assert_eq!(date(Language::Zh, day), "2022年10月8日");
        assert_eq!(date(Language::En, day), "8 October 2022");
        assert_eq!(month(Language::Zh, Month::of(day)), "2022年10月");
    }

    #[test]
    fn one_household_is_no_plural() {
        assert_eq!(size(Language::En, 1, 48), "1 building, 48 households");
        assert_eq!(size(Language::Zh, 8, 312), "8栋312户");
        assert_eq!([1, 1_312].map(|number| households(Language::En, number)), ["1 household", "1,312 households"]);
        assert_eq!(households(Language::Zh, 1), "1户");
        assert_eq!([1, 24].map(|number| communities(Language::En, number)), ["1 community", "24 communities"]);
        assert_eq!([0, 1].map(|number| communities(Language::Zh, number)), ["0个小区", "1个小区"]);
    }

    #[test]
    fn instants_are_on_the_clock_of_beijing() {
        let at = DateTime::from_timestamp(1_665_187_507, 0).unwrap();
        assert_eq!(instant(Language::Zh, at), "2022年10月8日 08:05:07");
    }
}
