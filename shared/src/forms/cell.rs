//! How a cell is read and written, by the type of its value.

use super::tidy::{half_width, parts, tidy, without_unit};
use crate::{
    exact::{Area, Money, QuantityError, parse_count},
    language::{Language, Text},
    model::BuildingSelection,
    policy::{
        funding::Level,
        items::{Class, OperatorKind},
        stages::{CommitmentStatus, Component, DeliveryMode, Heritage, LineStatus, Location, Tenure},
    },
};
use chrono::NaiveDate;

/// What a cell is made of, so that a page can show the fitting field.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// A number, which stands at the right.
    Number,
    /// A day.
    Date,
    /// 是 or 否.
    YesNo,
    /// One of a closed list: what is stored, and what people call it.
    Choice(fn() -> Vec<(&'static str, Text)>),
    /// One of a closed list, or none.
    ChoiceOrNone(fn() -> Vec<(&'static str, Text)>),
}

/// Why a cell can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellError {
    /// Nothing stands there.
    Missing,
    /// No number, or one that is too precise or too large.
    Quantity(QuantityError),
    /// No day.
    NotADay,
    /// No year of four digits.
    NotAYear,
    /// No month.
    NotAMonth,
    /// Neither 是 nor 否.
    NeitherYesNorNo,
    /// None of these.
    NoneOf(Vec<&'static str>),
    /// A part of a list that can't be read.
    Part(String, Box<Self>),
    /// The row has more cells than the table has columns.
    TooMany,
    /// A row of another community.
    AnotherCommunity,
}

impl CellError {
    /// What is wrong.
    pub fn why(&self, language: Language) -> String {
        let text = match self {
            Self::Missing => Text::new("必填内容为空", "something required is missing"),
            Self::Quantity(error) => return error.text(language).to_owned(),
            Self::NotADay => Text::new("不是完整的日期", "this is no complete date"),
            Self::NotAYear => Text::new("不是四位年份", "this is no year of four digits"),
            Self::NotAMonth => Text::new("不是月份", "this is no month"),
            Self::NeitherYesNorNo => Text::new("只能填是或否", "enter yes or no"),
            Self::NoneOf(_) => Text::new("不在可选范围内", "this is none of those that can be chosen"),
            Self::Part(part, why) => {
                let why = why.why(language);
                return match language {
                    Language::Zh => format!("“{part}”有误：{why}"),
                    Language::En => format!("“{part}”: {why}"),
                };
            }
            Self::TooMany => Text::new("本行的格数多于表的列数", "the row has more cells than the table has columns"),
            Self::AnotherCommunity => Text::new("小区编码不是本小区的", "this is the code of another community"),
        };
        text.get(language).to_owned()
    }

    /// What to enter instead.
    pub fn suggestion(&self, language: Language) -> String {
        let text = match self {
            Self::Missing => Text::new("请补填", "fill it in"),
            Self::Quantity(_) => Text::new("如1,260.5，不带其他文字", "such as 1,260.5, without other text"),
            Self::NotADay => Text::new("如2022-04-10", "such as 2022-04-10"),
            Self::NotAYear => Text::new("如1998", "such as 1998"),
            Self::NotAMonth => Text::new("如2022-04", "such as 2022-04"),
            Self::NeitherYesNorNo => Text::new("是、否", "是 (yes) or 否 (no)"),
            Self::NoneOf(list) => return list.join(if language == Language::Zh { "、" } else { ", " }),
            Self::Part(_, why) => return why.suggestion(language),
            Self::TooMany => Text::new("请连同表头一起复制", "copy the heads with the rows"),
            Self::AnotherCommunity => Text::new("请在该小区的档案中粘贴", "paste it in the dossier of that community"),
        };
        text.get(language).to_owned()
    }
}

/// A value that stands in a cell.
pub trait Cell: Sized {
    /// What the cell is made of.
    const KIND: Kind;
    /// As a form shows it; what can be read back.
    fn written(&self) -> String;
    /// Reads what was typed or pasted.
    ///
    /// # Errors
    /// When it is no such value.
    fn read(text: &str) -> Result<Self, CellError>;
}

impl Cell for String {
    const KIND: Kind = Kind::Text;
    fn written(&self) -> String {
        self.clone()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        Ok(tidy(text))
    }
}

impl Cell for i64 {
    const KIND: Kind = Kind::Number;
    fn written(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let units = ["户", "层", "栋", "个单元", "单元", "个", "幢"];
        parse_count(without_unit(&tidy(text), &units)).map_err(CellError::Quantity)
    }
}

/// A year.
impl Cell for i32 {
    const KIND: Kind = Kind::Number;
    fn written(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let digits =
            parse_count(without_unit(&tidy(text), &["年底", "年代", "年"])).map_err(|_| CellError::NotAYear)?;
        i32::try_from(digits).ok().filter(|year| (1000..=9999).contains(year)).ok_or(CellError::NotAYear)
    }
}

impl Cell for Money {
    const KIND: Kind = Kind::Number;
    fn written(&self) -> String {
        self.wan_exact()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let text = tidy(text);
        let wan = without_unit(&text, &["万元", "万"]);
        let read = if wan.len() == text.len() && text.ends_with('元') {
            Self::parse_yuan(without_unit(&text, &["元"]))
        } else {
            Self::parse_wan(wan)
        };
        read.map_err(CellError::Quantity)
    }
}

impl Cell for Area {
    const KIND: Kind = Kind::Number;
    fn written(&self) -> String {
        self.shown()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let units = ["平方米", "平米", "㎡", "m²", "m2", "M2"];
        Self::parse(without_unit(&tidy(text), &units)).map_err(CellError::Quantity)
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::YesNo;
    fn written(&self) -> String {
        if *self { "是" } else { "否" }.to_owned()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        match half_width(&tidy(text)).to_lowercase().as_str() {
            "是" | "有" | "√" | "✓" | "对" | "y" | "yes" | "true" | "1" => Ok(true),
            "" | "否" | "无" | "没有" | "×" | "x" | "-" | "—" | "/" | "n" | "no" | "false" | "0" => Ok(false),
            _ => Err(CellError::NeitherYesNorNo),
        }
    }
}

impl Cell for NaiveDate {
    const KIND: Kind = Kind::Date;
    fn written(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let text = half_width(&tidy(text));
        let day = text.split([' ', 'T']).next().unwrap_or_default();
        let mut numbers = day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty());
        let mut next = || numbers.next()?.parse::<u32>().ok();
        let (year, month, day) = (next(), next(), next());
        match (year, month, day, numbers.next()) {
            (Some(year @ 1000..=9999), Some(month), Some(day), None) => {
                Self::from_ymd_opt(i32::try_from(year).unwrap_or_default(), month, day).ok_or(CellError::NotADay)
            }
            _ => Err(CellError::NotADay),
        }
    }
}

/// `全部`, or the numbers with 、 between them.
impl Cell for BuildingSelection {
    const KIND: Kind = Kind::Text;
    fn written(&self) -> String {
        match self {
            Self::All => "全部".to_owned(),
            Self::These(list) => list.join("、"),
        }
    }
    fn read(text: &str) -> Result<Self, CellError> {
        let text = half_width(&tidy(text));
        Ok(match text.as_str() {
            "全部" | "全部楼栋" | "所有" | "all" | "All" => Self::All,
            _ => Self::These(parts(&text)),
        })
    }
}

/// A cell that may be empty.
impl<T: Cell> Cell for Option<T> {
    const KIND: Kind = match T::KIND {
        Kind::Choice(list) => Kind::ChoiceOrNone(list),
        other => other,
    };
    fn written(&self) -> String {
        self.as_ref().map(Cell::written).unwrap_or_default()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        match tidy(text).as_str() {
            "" | "-" | "—" | "/" => Ok(None),
            text => T::read(text).map(Some),
        }
    }
}

macro_rules! terms {
    ($($name:ident),+) => {
        $(impl Cell for $name {
            const KIND: Kind = Kind::Choice(|| Self::ALL.iter().map(|value| (value.code(), value.text())).collect());
            fn written(&self) -> String {
                self.code().to_owned()
            }
            fn read(text: &str) -> Result<Self, CellError> {
                let text = half_width(&tidy(text));
                let by_name = |value: &&Self| value.text().en.eq_ignore_ascii_case(&text);
                Self::from_code(&text)
                    .or_else(|| known(&text))
                    .or_else(|| Self::ALL.iter().find(by_name).copied())
                    .ok_or_else(|| CellError::NoneOf(Self::ALL.iter().map(|value| value.code()).collect()))
            }
        })+
    };
}

/// Other names in use, by type.
trait Known: Sized {
    fn known(_: &str) -> Option<Self> {
        None
    }
}

fn known<T: Known>(text: &str) -> Option<T> {
    T::known(text)
}

impl Known for Tenure {}
impl Known for Location {
    fn known(text: &str) -> Option<Self> {
        text.is_empty().then(Self::default)
    }
}
impl Known for Class {
    fn known(text: &str) -> Option<Self> {
        match text {
            "基础" => Some(Self::Basic),
            "完善" => Some(Self::Improvement),
            "提升" => Some(Self::Upgrade),
            "其他" | "其他类" => Some(Self::Other),
            _ => None,
        }
    }
}
impl Known for Component {}
impl Known for LineStatus {
    fn known(text: &str) -> Option<Self> {
        text.is_empty().then(Self::default)
    }
}
impl Known for DeliveryMode {
    fn known(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::default()),
            text => text.eq_ignore_ascii_case("epc").then_some(Self::Epc),
        }
    }
}
impl Known for Heritage {
    fn known(text: &str) -> Option<Self> {
        matches!(text, "" | "否" | "-" | "/").then_some(Self::None)
    }
}
impl Known for OperatorKind {
    fn known(text: &str) -> Option<Self> {
        Self::from_name(text)
    }
}
impl Known for Level {
    fn known(text: &str) -> Option<Self> {
        match text {
            "中央级" => Some(Self::Central),
            "省级" => Some(Self::Province),
            "市级" => Some(Self::City),
            "县级" => Some(Self::County),
            _ => None,
        }
    }
}
impl Known for CommitmentStatus {
    fn known(text: &str) -> Option<Self> {
        matches!(text, "已落实").then_some(Self::Secured)
    }
}

terms!(Tenure, Location, Class, Component, LineStatus, DeliveryMode, Heritage, OperatorKind, Level, CommitmentStatus);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_office_people_write_them() {
        assert_eq!(Money::read("12万"), Ok(Money::from_fen(12_000_000)));
        assert_eq!(Money::read("１，２３４．５ 万元"), Ok(Money::from_fen(1_234_500_000)));
        assert_eq!(Money::read("1234.56元"), Ok(Money::from_fen(123_456)));
        assert_eq!(Money::read("约12万"), Err(CellError::Quantity(QuantityError::NotANumber)));
        assert_eq!(Area::read("4,320㎡"), Ok(Area::from_hundredths(432_000)));
        assert_eq!(i64::read("48 户"), Ok(48));
        assert_eq!(i64::read("48.5"), Err(CellError::Quantity(QuantityError::TooPrecise)));
        assert_eq!(i32::read("１９９８年"), Ok(1998));
        assert_eq!(i32::read("98"), Err(CellError::NotAYear));
        assert_eq!(Option::<i64>::read(" — "), Ok(None));
    }

    #[test]
    fn days_in_every_usual_form_and_no_half_ones() {
        let day = NaiveDate::from_ymd_opt(2022, 4, 10);
        for text in
            ["2022-04-10", "2022/4/10", "2022.4.10", "2022年4月10日", "２０２２－０４－１０", "2022-04-10 00:00:00"]
        {
            assert_eq!(Option::<NaiveDate>::read(text), Ok(day), "{text}");
        }
        for text in ["2024.3", "2022-02-30", "44661", "4-10", "2022-4-10-1", "去年"] {
            assert_eq!(NaiveDate::read(text), Err(CellError::NotADay), "{text}");
        }
    }

    #[test]
    fn yes_and_no_in_every_usual_form() {
        for text in ["是", "√", "Ｙ", "1", "有"] {
            assert_eq!(bool::read(text), Ok(true), "{text}");
        }
        for text in ["", "否", "×", "no", "0"] {
            assert_eq!(bool::read(text), Ok(false), "{text}");
        }
        assert_eq!(bool::read("也许"), Err(CellError::NeitherYesNorNo));
    }

    #[test]
    fn terms_have_their_other_names_and_lists_their_parts() {
        assert_eq!(OperatorKind::read("燃气"), Ok(OperatorKind::Gas));
        assert_eq!(Option::<Heritage>::read(""), Ok(None));
        assert_eq!(Heritage::read(""), Ok(Heritage::None));
        assert_eq!(DeliveryMode::read("ＥＰＣ"), Ok(DeliveryMode::Epc));
        assert!(matches!(Tenure::read("私房"), Err(CellError::NoneOf(list)) if list.len() == 5));
        assert_eq!(BuildingSelection::read("全部"), Ok(BuildingSelection::All));
        assert_eq!(
            BuildingSelection::read("３＃、5#"),
            Ok(BuildingSelection::These(vec!["3#".to_owned(), "5#".to_owned()]))
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Money::read(&Money::from_fen(1).written()), Ok(Money::from_fen(1)));
        assert_eq!(Area::read(&Area::from_hundredths(123_456).written()), Ok(Area::from_hundredths(123_456)));
        assert_eq!(bool::read(&true.written()), Ok(true));
        for kind in OperatorKind::ALL {
            assert_eq!(OperatorKind::read(&kind.written()), Ok(*kind));
        }
    }
}
