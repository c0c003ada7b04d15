//! A sheet as it was read from a file: cells with their places, and nothing understood yet.
//!
//! Cells lie in one list and their texts in one string, so that a sheet of a hundred thousand rows needs few bytes a cell.

use crate::cells::Value;
use chrono::{Datelike, NaiveDate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Day,
    Instant,
    Yes,
    Fault,
}

/// A cell: for texts where they begin and how long they are, for days the day and the second.
#[derive(Clone, Copy, Debug)]
struct Held {
    row: u32,
    column: u16,
    kind: Kind,
    a: u32,
    b: u32,
}

/// Merged cells: rows and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u16,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u16,
}

/// A sheet as it was read. Rows and columns count from 0.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// How many of its rows are hidden; they are read like the others.
    pub hidden_rows: u32,
    cells: Vec<Held>,
    text: String,
    is_unsorted: bool,
}

impl Grid {
    /// A sheet without cells.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts a cell into its place; blanks alone are nothing.
    pub fn put(&mut self, row: u32, column: u16, value: Value<'_>) {
        let (kind, a, b) = match value {
            Value::Text(text) | Value::Number(text) | Value::Fault(text) => {
                let text = text.trim();
                let (Ok(start), Ok(length)) = (u32::try_from(self.text.len()), u32::try_from(text.len())) else {
                    return;
                };
                if text.is_empty() {
                    return;
                }
                self.text.push_str(text);
                let kind = match value {
                    Value::Number(_) => Kind::Number,
                    Value::Fault(_) => Kind::Fault,
                    _ => Kind::Text,
                };
                (kind, start, length)
            }
            Value::Day(day) => (Kind::Day, day_number(day), 0),
            Value::Instant(at) => {
                let time = chrono::Timelike::num_seconds_from_midnight(&at.time());
                (Kind::Instant, day_number(at.date()), time)
            }
            Value::Yes(yes) => (Kind::Yes, u32::from(yes), 0),
            Value::Empty => return,
        };
        let held = Held { row, column, kind, a, b };
        if self.cells.last().is_some_and(|last| (last.row, last.column) >= (row, column)) {
            self.is_unsorted = true;
        }
        self.cells.push(held);
    }

    /// To be called when all cells are in: a file may hold them in any order, and one twice; the last one counts.
    pub fn finish(&mut self) {
        if std::mem::take(&mut self.is_unsorted) {
            self.cells.reverse();
            self.cells.sort_by_key(|cell| (cell.row, cell.column));
            self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        }
        self.cells.shrink_to_fit();
    }

    /// How many bytes the texts of its cells have.
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }

    /// Its rows that hold something, from the top.
    pub fn rows(&self) -> impl Iterator<Item = GridRow<'_>> {
        self.cells.chunk_by(|a, b| a.row == b.row).map(|cells| GridRow { grid: self, cells })
    }

    /// What a cell holds.
    pub fn at(&self, row: u32, column: u16) -> Value<'_> {
        match self.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column)) {
            Ok(place) => self.cells.get(place).map_or(Value::Empty, |cell| self.value(cell)),
            Err(_) => Value::Empty,
        }
    }

    fn value(&self, cell: &Held) -> Value<'_> {
        let start = usize::try_from(cell.a).unwrap_or(usize::MAX);
        let text = || {
            let end = start.saturating_add(usize::try_from(cell.b).unwrap_or(usize::MAX));
            self.text.get(start..end).unwrap_or_default()
        };
        let day = || i32::try_from(cell.a).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default();
        match cell.kind {
            Kind::Text => Value::Text(text()),
            Kind::Number => Value::Number(text()),
            Kind::Fault => Value::Fault(text()),
            Kind::Day => Value::Day(day()),
            Kind::Instant => {
                let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(cell.b, 0).unwrap_or_default();
                Value::Instant(day().and_time(time))
            }
            Kind::Yes => Value::Yes(cell.a == 1),
        }
    }
}

/// Days before the common era stand as its first day; no such day passes any column.
fn day_number(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(1)
}

/// A row that holds something.
#[derive(Clone, Copy, Debug)]
pub struct GridRow<'a> {
    grid: &'a Grid,
    cells: &'a [Held],
}

impl<'a> GridRow<'a> {
    /// Its number from 0.
    pub fn number(&self) -> u32 {
        self.cells.first().map_or(0, |cell| cell.row)
    }

    /// Its filled cells with their columns, from the left.
    pub fn cells(&self) -> impl Iterator<Item = (u16, Value<'a>)> + use<'a> {
        let grid = self.grid;
        self.cells.iter().map(move |cell| (cell.column, grid.value(cell)))
    }

    /// What the cell of a column holds.
    pub fn at(&self, column: u16) -> Value<'a> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column);
        found.ok().and_then(|place| self.cells.get(place)).map_or(Value::Empty, |cell| self.grid.value(cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_whatever_their_order() {
        let mut grid = Grid::new("x");
        let day = NaiveDate::from_ymd_opt(2022, 4, 10).unwrap();
        grid.put(3, 1, Value::Text(" 后 "));
        grid.put(0, 2, Value::Number("12.5"));
        grid.put(0, 0, Value::Day(day));
        grid.put(0, 1, Value::Text("  "));
        grid.put(3, 1, Value::Text("again"));
        grid.put(1, 0, Value::Instant(day.and_hms_opt(9, 30, 0).unwrap()));
        grid.put(9, 9, Value::Yes(true));
        grid.finish();
        assert_eq!(grid.at(0, 0), Value::Day(day));
        assert_eq!((grid.at(0, 1), grid.at(0, 2)), (Value::Empty, Value::Number("12.5")));
        assert_eq!(grid.at(3, 1), Value::Text("again"), "the last one counts");
        assert_eq!(grid.at(1, 0).shown(), "2022-04-10 09:30");
        let rows: Vec<(u32, usize)> = grid.rows().map(|row| (row.number(), row.cells().count())).collect();
        assert_eq!(rows, [(0, 2), (1, 1), (3, 1), (9, 1)]);
        assert_eq!(grid.rows().last().unwrap().at(9), Value::Yes(true));
        assert_eq!(grid.rows().last().unwrap().at(8), Value::Empty);
    }
}
