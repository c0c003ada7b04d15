//! The kinds of values that a parameter may have, and how each is read from text. Numbers are integers throughout:
//! hundredths of a square metre, fen, tenths of a point, pairs for fractions.

use crate::{
    exact::{Area, Money, Progress, Ratio},
    language::Text,
    policy::{funding::fund, items::Class, items::OperatorKind, items::item},
    vocabulary::vocabulary,
};
use chrono::NaiveDate;

/// The kind of a parameter's value: how it is entered and checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A whole number, at least 0.
    Integer,
    /// An area, in ㎡ with two decimals.
    Area,
    /// A price, in 元 with two decimals.
    Price,
    /// Points of a percent, with one decimal.
    Points,
    /// A fraction such as `2/3`, above 0 and at most 1.
    Fraction,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A day of every year, `MM-DD`.
    MonthDay,
    /// A range of years, `2016–2020`, both included.
    Years,
    /// `on` or `off`.
    Switch,
    /// A class of items.
    Class,
    /// `YearEnd` or `YearStart`.
    Reading,
    /// Six digits.
    Code,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A list of item codes.
    Items,
    /// A list of funding codes.
    Funds,
    /// A list of operator kinds.
    OperatorKinds,
    /// Groups of item codes, `B12+I17`, that are the same content.
    Families,
}

impl Kind {
    /// Whether the text is a value of this kind.
    pub fn accepts(self, text: &str) -> bool {
        let entries = |check: fn(&str) -> bool| parse::list(text).is_some_and(|list| list.iter().all(check));
        match self {
            Self::Integer => parse::integer(text).is_some(),
            Self::Area => parse::area(text).is_some(),
            Self::Price => parse::price(text).is_some(),
            Self::Points => parse::points(text).is_some(),
            Self::Fraction => parse::fraction(text).is_some(),
            Self::Date => parse::date(text).is_some(),
            Self::MonthDay => parse::month_day(text).is_some(),
            Self::Years => parse::years(text).is_some(),
            Self::Switch => parse::switch(text).is_some(),
            Self::Class => matches!(parse::class(text), Some(Class::Basic | Class::Improvement)),
            Self::Reading => parse::reading(text).is_some(),
            Self::Code => text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()),
            Self::Text => !text.trim().is_empty(),
            Self::Texts => entries(|entry| !entry.is_empty()),
            Self::Items => entries(|entry| item(entry).is_some()),
            Self::Funds => entries(|entry| fund(entry).is_some()),
            Self::OperatorKinds => entries(|entry| OperatorKind::from_code(entry).is_some()),
            Self::Families => {
                entries(|family| family.contains('+') && family.split('+').all(|code| item(code).is_some()))
            }
        }
    }
}

vocabulary! {
    /// How 「某年前建成」 is read.
    WindowReading {
        /// To the end of that year.
        YearEnd = "YearEnd", "to the end of the year";
        /// Before the year begins.
        YearStart = "YearStart", "before the year begins";
    }
}

impl WindowReading {
    /// For people.
    pub const fn shown(self) -> Text {
        match self {
            Self::YearEnd => Text::new("年底前建成", self.text().en),
            Self::YearStart => Text::new("年初前建成", self.text().en),
        }
    }
}

/// A list of codes or texts, read from its text without copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List<'a>(&'a str);

impl<'a> List<'a> {
    /// The entries, in order.
    pub fn iter(self) -> impl Iterator<Item = &'a str> {
        self.0.split([',', '、']).map(str::trim)
    }

    /// Whether the entry is on the list.
    pub fn contains(self, entry: &str) -> bool {
        self.iter().any(|listed| listed == entry)
    }
}

/// Groups of item codes that are the same content, read from their text without copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Families<'a>(List<'a>);

impl<'a> Families<'a> {
    /// The families, in order.
    pub fn iter(self) -> impl Iterator<Item = &'a str> {
        self.0.iter()
    }

    /// What stands for the content of an item: the first member of its family, or the item itself.
    pub fn family_of(self, code: &'a str) -> &'a str {
        self.iter()
            .find(|family| family.split('+').any(|member| member == code))
            .and_then(|family| family.split('+').next())
            .unwrap_or(code)
    }

    /// Whether two items are the same content.
    pub fn same(self, a: &str, b: &str) -> bool {
        a == b
            || self.iter().any(|family| {
                family.split('+').any(|member| member == a) && family.split('+').any(|member| member == b)
            })
    }
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl MonthDay {
    /// The day in a year; 28 February for 29 February in a common year.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| NaiveDate::from_ymd_opt(year, self.month, self.day - 1))
    }
}

/// A range of years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub from: i64,
    /// The last year.
    pub to: i64,
}

impl Years {
    /// Whether the year is in the range.
    pub const fn contains(self, year: i64) -> bool {
        self.from <= year && year <= self.to
    }
}

/// A type of parameter values. Lists and texts borrow from whoever holds the value; the rest are copied.
pub trait ParameterValue: Copy + 'static {
    /// The value, borrowed from the settings.
    type Of<'a>;

    /// A value of the policy as one of the settings.
    fn lend<'a>(self) -> Self::Of<'a>;

    /// Reads the value from its text; none when it is malformed.
    fn read(text: &str) -> Option<Self::Of<'_>>;
}

macro_rules! values {
    ($($type:ty, $of:ty, $parser:ident;)+) => {
        $(impl ParameterValue for $type {
            type Of<'a> = $of;

            fn lend<'a>(self) -> Self::Of<'a> {
                self
            }

            fn read(text: &str) -> Option<Self::Of<'_>> {
                parse::$parser(text)
            }
        })+
    };
}

values! {
    i64, i64, integer;
    Area, Area, area;
    Money, Money, price;
    Progress, Progress, points;
    Ratio, Ratio, fraction;
    NaiveDate, NaiveDate, date;
    MonthDay, MonthDay, month_day;
    Years, Years, years;
    bool, bool, switch;
    Class, Class, class;
    WindowReading, WindowReading, reading;
    &'static str, &'a str, text;
    List<'static>, List<'a>, list;
    Families<'static>, Families<'a>, families;
}

/// The value of the table, which is never malformed: otherwise the crate does not compile.
pub(super) const fn certain<T: Copy>(value: Option<T>) -> T {
    match value {
        Some(value) => value,
        None => panic!("malformed value in the table of parameters"),
    }
}

/// The readers, one a kind; usable when compiling, so that the table is checked there.
pub(super) mod parse {
    use super::{Area, Class, Families, List, Money, MonthDay, NaiveDate, Progress, Ratio, WindowReading, Years};

    /// Beyond this many digits a number might not fit.
    const LONGEST_NUMBER: usize = 15;

    const fn digits(bytes: &[u8], from: usize, to: usize) -> Option<i64> {
        if from >= to || to - from > LONGEST_NUMBER || to > bytes.len() {
            return None;
        }
        let mut value = 0;
        let mut index = from;
        while index < to {
            if !bytes[index].is_ascii_digit() {
                return None;
            }
            value = value * 10 + (bytes[index] - b'0') as i64;
            index += 1;
        }
        Some(value)
    }

    /// A small number such as a month or a year.
    const fn small(bytes: &[u8], from: usize, to: usize) -> Option<u32> {
        match digits(bytes, from, to) {
            Some(value) if value <= 9999 => Some(value as u32),
            _ => None,
        }
    }

    const fn position(bytes: &[u8], byte: u8) -> Option<usize> {
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] == byte {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    const fn same(a: &str, b: &str) -> bool {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        if a.len() != b.len() {
            return false;
        }
        let mut index = 0;
        while index < a.len() {
            if a[index] != b[index] {
                return false;
            }
            index += 1;
        }
        true
    }

    /// A decimal number as a count of its smallest units.
    const fn decimal(text: &str, places: usize) -> Option<i64> {
        let bytes = text.as_bytes();
        let point = match position(bytes, b'.') {
            Some(point) => point,
            None => bytes.len(),
        };
        let (Some(mut value), given) = (digits(bytes, 0, point), bytes.len().saturating_sub(point + 1)) else {
            return None;
        };
        let mut index = 0;
        while index < places {
            value *= 10;
            index += 1;
        }
        if point == bytes.len() {
            return Some(value);
        }
        let Some(mut fraction) = digits(bytes, point + 1, bytes.len()) else {
            return None;
        };
        if given > places {
            return None;
        }
        let mut index = given;
        while index < places {
            fraction *= 10;
            index += 1;
        }
        Some(value + fraction)
    }

    pub(in super::super) const fn integer(text: &str) -> Option<i64> {
        digits(text.as_bytes(), 0, text.len())
    }

    pub(in super::super) const fn area(text: &str) -> Option<Area> {
        match decimal(text, 2) {
            Some(hundredths) => Some(Area::from_hundredths(hundredths)),
            None => None,
        }
    }

    pub(in super::super) const fn price(text: &str) -> Option<Money> {
        match decimal(text, 2) {
            Some(fen) => Some(Money::from_fen(fen)),
            None => None,
        }
    }

    pub(in super::super) const fn points(text: &str) -> Option<Progress> {
        match decimal(text, 1) {
            Some(tenths) => Some(Progress::from_tenths(tenths)),
            None => None,
        }
    }

    pub(in super::super) const fn fraction(text: &str) -> Option<Ratio> {
        let bytes = text.as_bytes();
        let Some(slash) = position(bytes, b'/') else {
            return None;
        };
        match (digits(bytes, 0, slash), digits(bytes, slash + 1, bytes.len())) {
            (Some(part), Some(whole)) if 0 < part && part <= whole => Some(Ratio::new(part, whole)),
            _ => None,
        }
    }

    pub(in super::super) const fn date(text: &str) -> Option<NaiveDate> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        match (small(bytes, 0, 4), small(bytes, 5, 7), small(bytes, 8, 10)) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year as i32, month, day),
            _ => None,
        }
    }

    pub(in super::super) const fn month_day(text: &str) -> Option<MonthDay> {
        let bytes = text.as_bytes();
        if bytes.len() != 5 || bytes[2] != b'-' {
            return None;
        }
        match (small(bytes, 0, 2), small(bytes, 3, 5)) {
            // 2000 is a leap year: every day of every year is one of its days.
            (Some(month), Some(day)) if NaiveDate::from_ymd_opt(2000, month, day).is_some() => {
                Some(MonthDay { month, day })
            }
            _ => None,
        }
    }

    pub(in super::super) const fn years(text: &str) -> Option<Years> {
        let bytes = text.as_bytes();
        // Between the years stands an en dash, or the hyphen that is easier to type.
        let between = match bytes.len() {
            11 if bytes[4] == 0xE2 && bytes[5] == 0x80 && bytes[6] == 0x93 => 3,
            9 if bytes[4] == b'-' => 1,
            _ => return None,
        };
        match (digits(bytes, 0, 4), digits(bytes, 4 + between, bytes.len())) {
            (Some(from), Some(to)) if from <= to => Some(Years { from, to }),
            _ => None,
        }
    }

    pub(in super::super) const fn switch(text: &str) -> Option<bool> {
        if same(text, "on") {
            Some(true)
        } else if same(text, "off") {
            Some(false)
        } else {
            None
        }
    }

    pub(in super::super) const fn class(text: &str) -> Option<Class> {
        let mut index = 0;
        while index < Class::ALL.len() {
            if same(Class::ALL[index].code(), text) {
                return Some(Class::ALL[index]);
            }
            index += 1;
        }
        None
    }

    pub(in super::super) const fn reading(text: &str) -> Option<WindowReading> {
        let mut index = 0;
        while index < WindowReading::ALL.len() {
            if same(WindowReading::ALL[index].code(), text) {
                return Some(WindowReading::ALL[index]);
            }
            index += 1;
        }
        None
    }

    pub(in super::super) const fn text(text: &str) -> Option<&str> {
        if text.is_empty() { None } else { Some(text) }
    }

    pub(in super::super) const fn list(text: &str) -> Option<List<'_>> {
        if text.is_empty() { None } else { Some(List(text)) }
    }

    pub(in super::super) const fn families(text: &str) -> Option<Families<'_>> {
        if text.is_empty() { None } else { Some(Families(List(text))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_reads_its_own_form_only() {
        let check = |kind: Kind, good: &[&str], bad: &[&str]| {
            for text in good {
                assert!(kind.accepts(text), "{kind:?} should take {text}");
            }
            for text in bad {
                assert!(!kind.accepts(text), "{kind:?} should refuse {text}");
            }
        };
        check(Kind::Integer, &["0", "30"], &["", "-1", "3.0", "三", "9999999999999999"]);
        check(Kind::Area, &["40", "40.5", "700000.00"], &["", ".5", "40.", "40.123", "4O"]);
        check(Kind::Points, &["15", "15.0"], &["15.05", "-1.0"]);
        check(Kind::Fraction, &["2/3", "1/1"], &["0/3", "4/3", "2/0", "2", "/3"]);
        check(Kind::Date, &["2024-02-29"], &["2023-02-29", "2024-2-29", "2024/02/29", ""]);
        check(Kind::MonthDay, &["12-31", "02-29"], &["13-01", "02-30", "1-1"]);
        check(Kind::Years, &["2016–2020", "2016-2020"], &["2020–2016", "2016", "2016~2020"]);
        check(Kind::Switch, &["on", "off"], &["ON", "yes", ""]);
        check(Kind::Class, &["基础类", "完善类"], &["提升类", "其他费用", "basic"]);
        check(Kind::Reading, &["YearEnd", "YearStart"], &["yearend"]);
        check(Kind::Code, &["620724"], &["62072", "62072X", "６２０７２４"]);
        check(Kind::Texts, &["a", "a、b", "a, b"], &["", "a,,b", "、"]);
        check(Kind::Items, &["B01, I15", "B01、I15"], &["B99", "B01 I15", ""]);
        check(Kind::Funds, &["F01"], &["F24"]);
        check(Kind::OperatorKinds, &["供电、通信"], &["电力"]);
        check(Kind::Families, &["B12+I17", "B12+I17, B11+I16"], &["B12", "B12+X", "+"]);
    }

    #[test]
    fn units_are_the_smallest() {
        assert_eq!(parse::area("700000.00"), Some(Area::from_hundredths(70_000_000)));
        assert_eq!(parse::area("40.5"), Some(Area::from_hundredths(4_050)));
        assert_eq!(parse::price("100.00"), Some(Money::from_fen(10_000)));
        assert_eq!(parse::points("15.0"), Some(Progress::from_tenths(150)));
    }

    #[test]
    fn families_are_the_same_content() {
        let families = parse::families("B12+I17, B11+I16").unwrap();
        assert!(families.same("B12", "I17") && families.same("B07", "B07"));
        assert!(!families.same("B12", "B11") && !families.same("B12", "B07"));
        assert_eq!(families.family_of("I17"), "B12");
        assert_eq!(families.family_of("B07"), "B07");
    }
}
