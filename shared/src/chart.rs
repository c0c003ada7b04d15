//! A chart as a plain value: what it says, its rows and columns, and in which form to draw them.
//!
//! Drawing, table view, CSV, tooltip and the text for screen readers are generic over it: none of them
//! knows one chart from another. It never holds pixels, colours or markup.

use crate::{
    exact::{Area, Bound, Money, Progress, Ratio, grouped},
    language::Language,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A chart of section 13, computed for one scope, one date and one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Chart {
    /// `L-05`.
    pub id: String,
    /// The language of every text below.
    pub language: Language,
    /// The name of the chart, such as 资金来源.
    pub title: String,
    /// One sentence that states what the figures say.
    pub message: String,
    /// The unit and base of the figures, such as 万元；占比四舍五入.
    pub note: String,
    /// The day on which the figures stand.
    pub as_of: NaiveDate,
    /// Which communities are in, in words.
    pub scope: String,
    /// How to draw it.
    pub form: Form,
    /// The columns of its table; the first one names the row.
    pub columns: Vec<Column>,
    /// The rows of its table, in the order of drawing.
    pub rows: Vec<Row>,
    /// Why there is nothing to show, when there is nothing.
    pub empty: Option<String>,
}

/// A column of a chart's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Column {
    /// Stable key, such as `received`.
    pub key: String,
    /// Head of the column.
    pub name: String,
    /// Unit in which the cells are written, empty for text.
    pub unit: String,
}

/// A row of a chart's table: one category, month or target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Row {
    /// Stable key, such as `F08`, a community's id or `2022-09`.
    pub key: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// How the row stands among the others.
    pub emphasis: Emphasis,
    /// The page with the records behind the row.
    pub records: Option<String>,
}

/// How a row stands among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Emphasis {
    /// An ordinary row.
    #[default]
    Plain,
    /// The sum of the rows before it.
    Subtotal,
    /// The sum of all.
    Total,
    /// Something is wrong here (in words in the row too, never by colour alone).
    Alarm,
}

/// One cell, exact; the text of it is made by [`Cell::shown`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "is", content = "value")]
pub enum Cell {
    /// Words.
    Text(String),
    /// Fen, shown in 万元.
    Money(Money),
    /// A number of things.
    Count(i64),
    /// Hundredths of a square metre.
    Area(Area),
    /// A ratio, shown as a percent: numerator, denominator and the mark that it must not contradict, if any.
    Percent(i64, i64, Option<i64>),
    /// Tenths of a percent: progress or a lag in points.
    Progress(Progress),
    /// No value: 「—」.
    Absent,
}

impl Cell {
    /// A ratio without a mark to respect.
    pub const fn ratio(ratio: Ratio) -> Self {
        Self::Percent(ratio.numerator, ratio.denominator, None)
    }

    /// As people read it, without unit except the percent sign.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Money(money) => money.wan(),
            Self::Count(count) => grouped(*count),
            Self::Area(area) => area.shown(),
            Self::Percent(a, b, mark) => Ratio::new(*a, *b)
                .percent(mark.map_or(Bound::None, Bound::AtLeast))
                .map_or_else(|| "—".to_owned(), |text| format!("{text}%")),
            Self::Progress(progress) => progress.shown(),
            Self::Absent => "—".to_owned(),
        }
    }

    /// The length of its bar or the height of its point as an exact fraction, if it has one.
    pub const fn magnitude(&self) -> Option<(i64, i64)> {
        match self {
            Self::Money(money) => Some((money.fen(), 1)),
            Self::Count(count) => Some((*count, 1)),
            Self::Area(area) => Some((area.hundredths(), 1)),
            Self::Percent(a, b, _) if *b > 0 => Some((*a, *b)),
            Self::Progress(progress) => Some((progress.tenths(), 1)),
            Self::Percent(..) | Self::Text(_) | Self::Absent => None,
        }
    }
}

/// How a mark is filled. Plan is outlined, the actual figure solid, so that colour never stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Fill {
    /// Outlined only: what is planned, targeted or committed.
    Outline,
    /// The strongest fill: what is done or spent, or the first class.
    Solid,
    /// A light fill with a dark outline: what lies between, or the third class.
    Light,
    /// A middle fill with a dark outline: the second class.
    Middle,
    /// Hatched with a dark outline: the fourth class.
    Hatched,
}

/// A column drawn as a bar or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Layer {
    /// Index into the columns.
    pub column: usize,
    /// How its marks look.
    pub fill: Fill,
}

/// How to draw a chart. Columns are given by index into [`Chart::columns`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase", tag = "form")]
pub enum Form {
    /// A horizontal bar a row between printed columns. Sums are ruled off. The scale is that of the rows
    /// that are no sums; with `share_of` every bar is drawn as a share of that column of its own row.
    Bars {
        /// Columns printed left of the bar, after the label.
        before: Vec<usize>,
        /// The layers, drawn over each other (the longest first) or end to end.
        layers: Vec<Layer>,
        /// End to end instead of over each other.
        stacked: bool,
        /// Whether each bar is a share of this column of its own row.
        share_of: Option<usize>,
        /// Columns printed right of the bar.
        after: Vec<usize>,
        /// Whether subtotals and totals get a bar too.
        bars_on_sums: bool,
        /// A fall: the first row is a bar from the left; each further one hangs where the bar before it ends; sums begin
        /// at the left again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        falling: bool,
        /// A line across the bars at so many percent, where they are shares: a bound that they have to reach.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line_at: Option<i64>,
    },
    /// Lines over time: a row is a month, from left to right, 0 to 100 %.
    Curve {
        /// The lines; outline is dashed, solid has a dot at each month.
        layers: Vec<Layer>,
        /// A column printed below the months, such as the lag.
        below: Option<usize>,
        /// After how many rows today's line stands.
        today_after: Option<usize>,
    },
    /// A track a row with its target at full length, what is done (solid), what is under way (outlined, after it),
    /// and a mark where time stands.
    Gauges {
        /// Done, in the unit of the target.
        done: usize,
        /// Under way, in the unit of the target.
        under_way: usize,
        /// The target.
        target: usize,
        /// The share of time that has passed, as a percent column.
        pace: usize,
        /// Columns printed as shares beside done and under way.
        shares: [usize; 2],
    },
}

impl Chart {
    /// The index of a column by its key.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The row with this key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// What tooltip, focus and screen reader say of a row: label, then each named cell with its unit.
    pub fn describe(&self, row: &Row) -> String {
        let colon = if self.language == Language::Zh { "：" } else { ": " };
        let comma = if self.language == Language::Zh { "，" } else { ", " };
        let mut text = row.cells.first().map(Cell::shown).unwrap_or_default();
        text.push_str(colon);
        let named: Vec<String> = self
            .columns
            .iter()
            .zip(&row.cells)
            .skip(1)
            .map(|(column, cell)| {
                let space = if self.language == Language::Zh { "" } else { " " };
                let shown = cell.shown();
                let unit = if shown.ends_with('%') || shown == "—" { "" } else { column.unit.as_str() };
                format!("{}{space}{shown}{}{unit}", column.name, if unit.is_empty() { "" } else { space })
            })
            .collect();
        text.push_str(&named.join(comma));
        text
    }

    /// The table as CSV: UTF-8 with byte order mark, CRLF; a cell that a spreadsheet would run as a formula is
    /// prefixed, figures are plain numbers.
    pub fn csv(&self) -> String {
        let mut out = String::from("\u{feff}");
        let head: Vec<String> =
            self.columns
                .iter()
                .map(|column| {
                    if column.unit.is_empty() {
                        column.name.clone()
                    } else {
                        format!("{}({})", column.name, column.unit)
                    }
                })
                .collect();
        push_line(&mut out, head.iter().map(String::as_str));
        for row in &self.rows {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| match cell {
                    Cell::Text(text) => text.clone(),
                    Cell::Absent => String::new(),
                    other => other.shown().replace([',', '%', '—'], ""),
                })
                .collect();
            push_line(&mut out, cells.iter().map(String::as_str));
        }
        out
    }
}

fn push_line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        let is_number = cell.strip_prefix('-').unwrap_or(cell).bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let guarded = if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            format!("'{cell}")
        } else {
            cell.to_owned()
        };
        if guarded.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&guarded.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&guarded);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_never_carries_a_live_formula() {
        let mut out = String::new();
        push_line(&mut out, ["=1+1", "-12.50", "-x", "a,b", "say \"x\""].into_iter());
        assert_eq!(out, "'=1+1,-12.50,'-x,\"a,b\",\"say \"\"x\"\"\"\r\n");
    }

    #[test]
    fn cells_are_shown_as_the_papers_want() {
        assert_eq!(Cell::Count(1_234_567).shown(), "1,234,567");
        assert_eq!(Cell::Percent(1, 0, None).shown(), "—");
        assert_eq!(Cell::Percent(299_999, 1_000_000, Some(30)).shown(), "29.99%");
    }
}
