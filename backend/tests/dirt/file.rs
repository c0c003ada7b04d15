//! Files of the corpus, made cell by cell as Excel would hold them.

use anju_domain::workbook::ImportPlan;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A cell as somebody has filled it in.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    /// Shown as percent.
    Percent(f64),
    Day(&'static str),
    /// A formula with the value that was kept with it.
    Formula(&'static str, &'static str),
    Tick(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// Rows of cells: texts, numbers, and what the other constructors make.
macro_rules! rows {
    ($([$($cell:expr),* $(,)?]),* $(,)?) => {
        vec![$(vec![$($crate::file::Cell::from($cell)),*]),*]
    };
}
pub(crate) use rows;

/// A sheet with what is done to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    name: &'static str,
    rows: Vec<Vec<Cell>>,
    /// First row, first column, last row, last column, from 0.
    merged: Vec<(u32, u16, u32, u16)>,
    hidden: Vec<u32>,
}

#[derive(Clone, Debug)]
enum Content {
    Workbook(Vec<Sheet>),
    Other(&'static str, Vec<u8>),
}

/// A file of the corpus with what must be said of it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    content: Content,
    /// Into a programme without communities; otherwise into the samples.
    pub(crate) is_into_nothing: bool,
    /// Every fault, change and remark, as [`crate::told::lines`] writes them.
    pub(crate) says: Vec<&'static str>,
    /// What else must hold.
    pub(crate) holds: Option<fn(&ImportPlan)>,
}

/// A workbook.
pub(crate) fn book(name: &'static str) -> Case {
    let content = Content::Workbook(Vec::new());
    Case { name, content, is_into_nothing: false, says: Vec::new(), holds: None }
}

/// A file of any bytes.
pub(crate) fn bytes(name: &'static str, file: &'static str, content: impl Into<Vec<u8>>) -> Case {
    let content = Content::Other(file, content.into());
    Case { name, content, is_into_nothing: false, says: Vec::new(), holds: None }
}

impl Case {
    pub(crate) fn sheet(mut self, name: &'static str, rows: Vec<Vec<Cell>>) -> Self {
        if let Content::Workbook(sheets) = &mut self.content {
            sheets.push(Sheet { name, rows, ..Sheet::default() });
        }
        self
    }

    fn last(&mut self) -> &mut Sheet {
        match &mut self.content {
            Content::Workbook(sheets) => sheets.last_mut().expect("a sheet comes first"),
            Content::Other(..) => panic!("no workbook"),
        }
    }

    /// Merges cells of the last sheet; the first one holds their value.
    pub(crate) fn merged(mut self, top: u32, left: u16, bottom: u32, right: u16) -> Self {
        self.last().merged.push((top, left, bottom, right));
        self
    }

    /// Hides a row of the last sheet.
    pub(crate) fn hidden(mut self, row: u32) -> Self {
        self.last().hidden.push(row);
        self
    }

    pub(crate) fn into_nothing(mut self) -> Self {
        self.is_into_nothing = true;
        self
    }

    pub(crate) fn says(mut self, lines: &[&'static str]) -> Self {
        self.says = lines.to_vec();
        self
    }

    pub(crate) fn and(mut self, holds: fn(&ImportPlan)) -> Self {
        self.holds = Some(holds);
        self
    }

    /// The name of the file and its bytes.
    pub(crate) fn file(&self) -> (String, Vec<u8>) {
        match &self.content {
            Content::Other(name, bytes) => ((*name).to_owned(), bytes.clone()),
            Content::Workbook(sheets) => {
                let mut book = Workbook::new();
                for sheet in sheets {
                    write(book.add_worksheet().set_name(sheet.name).unwrap(), sheet);
                }
                ("x.xlsx".to_owned(), book.save_to_buffer().unwrap())
            }
        }
    }
}

fn write(to: &mut Worksheet, sheet: &Sheet) {
    let plain = Format::new();
    for (top, left, bottom, right) in &sheet.merged {
        to.merge_range(*top, *left, *bottom, *right, "", &plain).unwrap();
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(to, row, column, cell);
        }
    }
    for row in &sheet.hidden {
        to.set_row_hidden(*row).unwrap();
    }
}

fn put(to: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => _ = to.write_string(row, column, text).unwrap(),
        Cell::Number(number) => _ = to.write_number(row, column, *number).unwrap(),
        Cell::Percent(share) => {
            let format = Format::new().set_num_format("0.0%");
            to.write_number_with_format(row, column, *share, &format).unwrap();
        }
        Cell::Day(text) => {
            let day: NaiveDate = text.parse().unwrap();
            let part = |number: u32| u8::try_from(number).unwrap();
            let at = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap(), part(day.month()), part(day.day()));
            let format = Format::new().set_num_format("yyyy/m/d");
            to.write_datetime_with_format(row, column, at.unwrap(), &format).unwrap();
        }
        Cell::Formula(formula, kept) => {
            to.write_formula(row, column, Formula::new(*formula).set_result(*kept)).unwrap();
        }
        Cell::Tick(yes) => _ = to.write_boolean(row, column, *yes).unwrap(),
    }
}
