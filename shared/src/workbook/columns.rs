//! Columns of the sheets: head, other names in use, form, and the field of a row that they fill.

use super::forms::Form;
use crate::{
    cells::{Value, Why, plain_head},
    language::Text,
    table::Cell,
};

/// How the cells of a column are written.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Words.
    Words,
    /// An amount in 万元.
    Money,
    /// An area in ㎡.
    Area,
    /// A whole number.
    Count,
    /// A decimal of any unit.
    Quantity,
    /// A percent.
    Share,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A day with its time.
    Instant,
    /// 是 or 否.
    YesNo,
    /// One of these terms.
    Term(fn() -> Vec<&'static str>),
    /// Some buildings, or 全部.
    Buildings,
    /// An item of the catalogue.
    Item,
    /// A source of money.
    Fund,
}

impl Kind {
    /// The terms to choose from; none where there is no closed list.
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::YesNo => vec!["是", "否"],
            Self::Term(terms) => terms(),
            _ => Vec::new(),
        }
    }

    /// The unit that stands in the head.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Money => "万元",
            Self::Area => "㎡",
            Self::Share => "%",
            _ => "",
        }
    }

    /// How a cell is to be filled in.
    pub const fn note(self) -> Text {
        match self {
            Self::Words => Text::new("文字。", "Words."),
            Self::Money => Text::new("单位：万元，最多六位小数。", "In 万元 (10,000 yuan), up to six decimals."),
            Self::Area => Text::new("单位：㎡，最多两位小数。", "In ㎡, up to two decimals."),
            Self::Count => Text::new("整数。", "A whole number."),
            Self::Quantity => {
                Text::new("数字，单位见计量单位列。", "A number; its unit stands in the column 计量单位.")
            }
            Self::Share => Text::new("百分数，如64或64%。", "A percent, as 64 or 64%."),
            Self::Day => Text::new("日期，如2022-04-10。", "A date, such as 2022-04-10."),
            Self::Month => Text::new("月份，如2022-04。", "A month, such as 2022-04."),
            Self::Year => Text::new("年份，如2022。", "A year, such as 2022."),
            Self::Instant => Text::new("日期和时间，如2022-05-03 09:00。", "Date and time, such as 2022-05-03 09:00."),
            Self::YesNo => Text::new("是或否。", "是 (yes) or 否 (no)."),
            Self::Term(_) => Text::new("从下拉列表中选择。", "Choose from the list."),
            Self::Buildings => Text::new(
                "楼栋号，多个用“、”隔开；全部纳入改造的楼栋写“全部”。",
                "Numbers of buildings with 、 between them; 全部 for all in scope.",
            ),
            Self::Item => Text::new(
                "改造项代码或名称，如B07；多个用“、”隔开。",
                "Code or name of an item, such as B07; several with 、 between them.",
            ),
            Self::Fund => Text::new("资金代码或名称，如F08。", "Code or name of a source, such as F08."),
        }
    }

    /// Whether merged cells of the column may stand for each of their rows: words may, figures belong to one row.
    pub(super) const fn fills_merged(self) -> bool {
        !matches!(self, Self::Money | Self::Area | Self::Count | Self::Quantity | Self::Share)
    }
}

/// What is known of a column, whatever its row.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its head.
    pub head: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Other heads in use for it.
    pub aliases: &'static [&'static str],
    /// How its cells are written.
    pub kind: Kind,
    /// Whether each row needs it.
    pub required: bool,
    /// The field that it fills, such as `building.no`.
    pub field: &'static str,
}

impl Spec {
    /// Whether this head is meant.
    pub(super) fn is_called(&self, head: &str) -> bool {
        let known = std::iter::once(&self.head).chain(self.aliases);
        known.into_iter().any(|name| plain_head(name) == head)
    }
}

/// A column of rows of a kind.
pub(super) struct Column<R: 'static> {
    pub(super) spec: Spec,
    /// Reads a cell that isn't empty into the row.
    pub(super) read: fn(&mut R, Value<'_>, bool) -> Result<(), Why>,
    /// Copies the field from one row to another.
    pub(super) copy: fn(&R, &mut R),
    /// Whether two rows have the same there.
    pub(super) same: fn(&R, &R) -> bool,
    /// The cell of a row.
    pub(super) show: fn(&R) -> Cell,
}

pub(super) const fn kind_of<R, T, F: Form<T> + Copy>(_: fn(&R) -> &T, _: F) -> Kind {
    F::KIND
}

/// The columns of a row type: head, other heads, English name, field, form, and `required` where each row needs it.
macro_rules! columns {
    ($(#[$meta:meta])* $vis:vis static $name:ident: $row:ty; $($head:literal [$($alias:literal),*] $en:literal: $($field:ident).+ as $form:ident $($required:ident)?;)+) => {
        $(#[$meta])*
        $vis static $name: &[$crate::workbook::columns::Column<$row>] = &[$(
            $crate::workbook::columns::Column {
                spec: $crate::workbook::columns::Spec {
                    head: $head,
                    en: $en,
                    aliases: &[$($alias),*],
                    kind: $crate::workbook::columns::kind_of(|row: &$row| &row.$($field).+, $form),
                    required: columns!(@required $($required)?),
                    field: stringify!($($field).+),
                },
                read: |row, value, in_yuan| {
                    row.$($field).+ = $crate::workbook::forms::Form::read_as($form, value, in_yuan)?;
                    Ok(())
                },
                copy: |from, to| to.$($field).+ = from.$($field).+.clone(),
                same: |a, b| a.$($field).+ == b.$($field).+,
                show: |row| $crate::workbook::forms::Form::show_as($form, &row.$($field).+),
            },
        )+];
    };
    (@required required) => { true };
    (@required) => { false };
}
pub(super) use columns;
