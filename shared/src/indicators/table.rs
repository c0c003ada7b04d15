//! Short ways to write the columns and rows of a chart.

use crate::{
    chart::{Cell, Column, Emphasis, Row},
    language::{Language, Text},
};

/// A column: key, name, unit.
pub(super) fn column(language: Language, key: &str, name: Text, unit: Text) -> Column {
    Column { key: key.to_owned(), name: name.get(language).to_owned(), unit: unit.get(language).to_owned() }
}

/// A row of its first cell's words and the other cells.
pub(super) fn row(
    key: impl Into<String>,
    label: impl Into<String>,
    cells: impl IntoIterator<Item = Cell>,
    emphasis: Emphasis,
) -> Row {
    let cells = std::iter::once(Cell::Text(label.into())).chain(cells).collect();
    Row { key: key.into(), cells, emphasis, records: None }
}

/// 万元
pub(super) const WAN: Text = Text::new("万元", "万元");
/// No unit.
pub(super) const NONE: Text = Text::new("", "");
/// 合计
pub(super) const TOTAL: Text = Text::new("合计", "Total");
