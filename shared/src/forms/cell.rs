//! How a cell is read and written, by the type of its value.

use crate::{
    cells::{self, Listed, Reason, Value, Why, is_blank_mark, tidy},
    exact::{Area, Money},
    language::{Language, Text},
    model::BuildingSelection,
};
use chrono::NaiveDate;

/// What a cell is made of, so that a page can show the fitting field.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// A number in this unit, which stands at the right.
    Number(&'static str),
    /// A day.
    Date,
    /// 是 or 否.
    YesNo,
    /// One of a closed list: what is stored, and what people call it.
    Choice(fn() -> Vec<(&'static str, Text)>),
    /// One of a closed list, or none.
    ChoiceOrNone(fn() -> Vec<(&'static str, Text)>),
}

impl Kind {
    /// The unit of a number.
    pub const fn unit(self) -> Option<&'static str> {
        match self {
            Self::Number(unit) if !unit.is_empty() => Some(unit),
            _ => None,
        }
    }
}

/// Why a cell can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellError {
    /// What stands there is no such value; the words are those of a file that is imported.
    Unread(Why),
    /// A part of a list that can't be read.
    Part(String, Why),
    /// The row has more cells than the table has columns.
    TooMany,
    /// A row of another community.
    AnotherCommunity,
}

impl CellError {
    /// Nothing stands there.
    pub(super) fn missing() -> Self {
        Self::Unread(Reason::Missing.into())
    }

    /// What is wrong.
    pub fn why(&self, language: Language) -> String {
        let text = match self {
            Self::Unread(why) => return why.text(language),
            Self::Part(part, why) => {
                let why = why.text(language);
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
            Self::Unread(why) | Self::Part(_, why) => return why.suggestion(language),
            Self::TooMany => Text::new("请连同表头一起复制。", "Copy the heads with the rows."),
            Self::AnotherCommunity => {
                Text::new("请在该小区的档案中粘贴。", "Paste it in the dossier of that community.")
            }
        };
        text.get(language).to_owned()
    }
}

impl From<Why> for CellError {
    fn from(why: Why) -> Self {
        Self::Unread(why)
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

/// Cells that are read as those of a file: type, kind, how the value is read and written.
macro_rules! cells {
    ($($(#[$meta:meta])* $value:ty, $kind:expr, $read:expr, |$of:ident| $written:expr;)+) => {
        $($(#[$meta])* impl Cell for $value {
            const KIND: Kind = $kind;
            fn written(&self) -> String {
                let $of = self;
                $written
            }
            fn read(text: &str) -> Result<Self, CellError> {
                Ok($read(Value::Text(text))?)
            }
        })+
    };
}

cells! {
    i64, Kind::Number(""), cells::count, |count| count.to_string();
    /// A year.
    i32, Kind::Number(""), cells::year, |year| year.to_string();
    Money, Kind::Number("万元"), |value| cells::money(value, false), |money| money.wan_exact();
    Area, Kind::Number("㎡"), cells::area, |area| area.shown();
    NaiveDate, Kind::Date, cells::day, |day| day.to_string();
    /// `全部`, or the numbers with 、 between them.
    BuildingSelection, Kind::Text, cells::buildings, |selection| match selection {
        BuildingSelection::All => "全部".to_owned(),
        BuildingSelection::These(list) => list.join("、"),
    };
}

impl Cell for bool {
    const KIND: Kind = Kind::YesNo;
    fn written(&self) -> String {
        if *self { "是" } else { "否" }.to_owned()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        Ok(!is_blank_mark(&tidy(text)) && cells::yes_no(Value::Text(text))?)
    }
}

impl<T: Listed> Cell for T {
    const KIND: Kind = Kind::Choice(cells::choices::<T>);
    fn written(&self) -> String {
        self.code().to_owned()
    }
    fn read(text: &str) -> Result<Self, CellError> {
        if is_blank_mark(&tidy(text)) {
            return T::when_empty().ok_or_else(CellError::missing);
        }
        Ok(cells::term(Value::Text(text))?)
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
        if is_blank_mark(&tidy(text)) { Ok(None) } else { T::read(text).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{
        items::OperatorKind,
        stages::{DeliveryMode, Heritage, Tenure},
    };

    fn reason<T: Cell + std::fmt::Debug>(text: &str) -> Reason {
        match T::read(text) {
            Err(CellError::Unread(why)) => why.reason,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn numbers_as_office_people_write_them() {
        assert_eq!(Money::read("12万"), Ok(Money::from_fen(12_000_000)));
        assert_eq!(Money::read("１，２３４．５ 万元"), Ok(Money::from_fen(1_234_500_000)));
        assert_eq!(Money::read("1234.56元"), Ok(Money::from_fen(123_456)));
        assert_eq!(reason::<Money>("约12万"), Reason::NotANumber);
        assert_eq!(Area::read("4,320㎡"), Ok(Area::from_hundredths(432_000)));
        assert_eq!(i64::read("48 户"), Ok(48));
        assert_eq!(reason::<i64>("48.5"), Reason::NotWhole);
        assert_eq!(i32::read("１９９８年"), Ok(1998));
        assert_eq!(reason::<i32>("98"), Reason::NotAYear);
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
        assert_eq!(reason::<NaiveDate>("2024.3"), Reason::DayMissing);
        for text in ["2022-02-30", "44661", "4-10", "2022-4-10-1", "去年"] {
            assert_eq!(reason::<NaiveDate>(text), Reason::NotADay, "{text}");
        }
    }

    #[test]
    fn what_an_empty_field_stands_for() {
        assert_eq!((bool::read(""), bool::read(" — "), bool::read("√")), (Ok(false), Ok(false), Ok(true)));
        assert_eq!(reason::<bool>("也许"), Reason::NotYesNo);
        assert_eq!((Heritage::read(""), Option::<Heritage>::read("")), (Ok(Heritage::None), Ok(None)));
        assert_eq!(
            (DeliveryMode::read("ＥＰＣ"), DeliveryMode::read("")),
            (Ok(DeliveryMode::Epc), Ok(DeliveryMode::Epc))
        );
        assert_eq!((reason::<Tenure>(""), reason::<Tenure>("私房")), (Reason::Missing, Reason::UnknownTerm));
        assert_eq!(
            (BuildingSelection::read("全部"), OperatorKind::read("燃气")),
            (Ok(BuildingSelection::All), Ok(OperatorKind::Gas))
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
