//! A workbook as Excel would read it, compared with the table that it must hold.

use crate::actor::Answer;
use anju_domain::{
    chart,
    exact::beijing_time,
    language::Language,
    table::{Cell, Table},
};
use calamine::{Data, DataType, Reader, Xlsx};
use std::io::Cursor;

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A sheet: its name and its cells, from the first one.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<Data>>,
}

/// The sheets of an answer that is a workbook under this name; no cell of any of them is a formula.
#[track_caller]
pub fn sheets(answer: &Answer, file: &str) -> Vec<Sheet> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some(XLSX));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let header = answer.header("content-disposition").expect("it is an attachment");
    let encoded = header.strip_prefix("attachment; filename*=UTF-8''").expect("its name is encoded");
    assert_eq!(decoded(encoded), file);
    let mut book = Xlsx::new(Cursor::new(answer.body.to_vec())).expect("a workbook");
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let formulas = book.worksheet_formula(&name).expect("a sheet");
            assert_eq!(formulas.used_cells().find(|(_, _, formula)| !formula.is_empty()), None, "{name}");
            let range = book.worksheet_range(&name).expect("a sheet");
            Sheet { rows: range.rows().map(<[Data]>::to_vec).collect(), name }
        })
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [high, low, after @ ..]) => {
                let pair = [*high, *low];
                let pair = std::str::from_utf8(&pair).expect("hexadecimal");
                bytes.push(u8::from_str_radix(pair, 16).expect("hexadecimal"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

impl Sheet {
    /// A cell as text; empty outside.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.rows.get(row).and_then(|row| row.get(column)).map(ToString::to_string).unwrap_or_default()
    }

    /// The rows below the head of a table with so many lines about it.
    pub fn below_head(&self, table: &Table) -> &[Vec<Data>] {
        &self.rows[table.about.len() + 2..]
    }

    /// Asserts that the sheet is this table: title, lines, head and every cell, with what it is.
    #[track_caller]
    pub fn assert_is(&self, table: &Table) {
        assert_eq!(self.text(0, 0), table.title);
        for (place, line) in table.about.iter().enumerate() {
            assert_eq!(self.text(place + 1, 0), *line);
        }
        let head = table.about.len() + 1;
        for (place, column) in table.columns.iter().enumerate() {
            assert!(self.text(head, place).starts_with(&column.name), "{:?}", self.rows[head]);
        }
        let rows = self.below_head(table);
        if let Some(why) = &table.empty {
            assert_eq!(rows[0][0].to_string(), *why);
            return;
        }
        assert_eq!(rows.len(), table.rows.len(), "rows of {}", table.title);
        for (place, (row, of_table)) in rows.iter().zip(&table.rows).enumerate() {
            for (cell, of_table) in row.iter().zip(&of_table.cells) {
                assert!(is(cell, of_table, table.language), "row {place}: {cell:?} for {of_table:?}");
            }
        }
    }
}

/// Whether a cell of a sheet is this one, with its kind.
fn is(cell: &Data, of_table: &Cell, language: Language) -> bool {
    let number = |scale: f64, whole: i64| {
        cell.as_f64().is_some_and(|number| (number * scale).round() == whole as f64) && matches!(cell, Data::Float(_))
    };
    match of_table {
        Cell::Day(day) => matches!(cell, Data::DateTime(_)) && cell.as_datetime().map(|at| at.date()) == Some(*day),
        Cell::Instant(at) => {
            // A sheet keeps instants as fractions of a day.
            let seconds = |at: chrono::NaiveDateTime| (at.and_utc().timestamp_millis() + 500) / 1_000;
            matches!(cell, Data::DateTime(_))
                && cell.as_datetime().map(seconds) == Some(beijing_time(*at).naive_local().and_utc().timestamp())
        }
        Cell::Year(year) => number(1.0, i64::from(*year)),
        Cell::Figure(chart::Cell::Count(count)) => number(1.0, *count),
        Cell::Figure(chart::Cell::Money(money)) => number(1_000_000.0, money.fen()),
        Cell::Figure(chart::Cell::Area(area)) => number(100.0, area.hundredths()),
        Cell::Figure(chart::Cell::Progress(progress)) => number(10.0, progress.tenths()),
        Cell::Figure(chart::Cell::Percent(..)) => match of_table.shown(language).strip_suffix('%') {
            Some(shown) => {
                cell.as_f64().is_some_and(|number| format!("{:.2}", number * 100.0) == shown.replace(',', ""))
            }
            None => cell.to_string() == of_table.shown(language),
        },
        Cell::Figure(chart::Cell::Text(_) | chart::Cell::Absent) => {
            matches!(cell, Data::String(_) | Data::Empty) && cell.to_string() == of_table.shown(language)
        }
    }
}
