//! Tables as a workbook (xlsx): what a page shows, ready for Excel and for paper.
//!
//! It knows no table from another. Amounts, counts, shares and days are numbers with a format; words are words, so that
//! nothing that somebody typed becomes a formula. The same tables give the same bytes: the only date in the file is theirs.

mod cells;
mod faults;
mod formats;
mod sheets;
mod widths;

pub use self::{faults::faults_workbook, sheets::sheets_workbook};

use self::{cells::that_fits, formats::Formats, widths::width};
use anju_domain::{
    chart::{Column, Emphasis},
    language::Language,
    table::Table,
    words::export as words,
};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The paper: A4.
const A4: u8 = 9;
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// The height of a line of text in points.
const LINE: f64 = 16.0;
/// The width of a column in characters of one byte: never so narrow that its head is cut, never wider than reads well.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=48;

/// The bytes of a workbook with a sheet a table.
///
/// # Errors
/// A table does not fit the format of the file.
pub fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let Some(first) = tables.first() else { return book.save_to_buffer() };
    let properties = DocProperties::new().set_title(&first.title).set_author("安居 Anju");
    book.set_properties(&properties.set_creation_datetime(&day(first.as_of)?));
    let formats = Formats::of(first.language);
    for (place, table) in tables.iter().enumerate() {
        write(book.add_worksheet().set_name(sheet_name(&table.title, place))?, table, &formats)?;
    }
    book.save_to_buffer()
}

/// Title, lines about it, head, rows; the head stays in sight and is printed on each page.
fn write(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let heads: Vec<String> = table.columns.iter().map(|column| head(column, table.language)).collect();
    let mut across = 0;
    for (place, head) in heads.iter().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        let widest = cells.map(|cell| width(&cell.shown(table.language))).max().unwrap_or_default();
        // Room for the arrow of the filter beside the head.
        let fits = widest.max(width(head) + 2).clamp(*WIDTHS.start(), *WIDTHS.end());
        across += fits;
        sheet.set_column_width(column_of(place), f64::from(u16::try_from(fits + 2).unwrap_or(u16::MAX)))?;
    }
    let wide = |sheet: &mut Worksheet, row, text: &str, format: &Format| {
        over_all(sheet, row, (last, across), &that_fits(text, table.language), format)
    };
    wide(sheet, 0, &table.title, &formats.title)?;
    let mut row = 1;
    for line in &table.about {
        wide(sheet, row, line, &formats.about)?;
        row += 1;
    }
    for (place, head) in heads.iter().enumerate() {
        sheet.write_string_with_format(row, column_of(place), head, &formats.head)?;
    }
    let first_row = row + 1;
    let end = first_row + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - first_row);
    for (place, of_table) in (first_row..end).zip(&table.rows) {
        for (column, cell) in of_table.cells.iter().enumerate() {
            let look = formats.of_row(of_table.emphasis);
            cells::write(sheet, place, column_of(column), cell, look, table.language)?;
        }
    }
    if let Some(why) = &table.empty {
        wide(sheet, first_row, why, &formats.about)?;
    }
    let has_sum = table.rows.last().is_some_and(|row| row.emphasis == Emphasis::Total);
    // A sum is not filtered away with the rows that it adds.
    let filtered = end.saturating_sub(1 + u32::from(has_sum)).max(row);
    sheet.autofilter(row, 0, filtered, last)?;
    sheet.set_freeze_panes(first_row, 0)?;
    sheet.set_repeat_rows(row, row)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_footer(format!("&C{}", words::PAGE.get(table.language)));
    Ok(())
}

/// A text over all columns (the last of them, and their width together), as high as its lines need.
fn over_all(
    sheet: &mut Worksheet,
    row: u32,
    (last, across): (u16, usize),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let lines = width(text).div_ceil(across.max(1)).max(1);
    sheet.set_row_height(row, LINE * f64::from(u16::try_from(lines).unwrap_or(u16::MAX)).min(25.0) + 4.0)?;
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, format)?;
    } else {
        sheet.merge_range(row, 0, row, last, text, format)?;
    }
    Ok(())
}

fn head(column: &Column, language: Language) -> String {
    match (column.unit.as_str(), language) {
        ("", _) => column.name.clone(),
        (unit, Language::Zh) => format!("{}（{unit}）", column.name),
        (unit, Language::En) => format!("{} ({unit})", column.name),
    }
}

fn column_of(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn day(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or_default(), part(date.month()), part(date.day()))
}

/// A name that Excel takes for a sheet; one that would be empty is a number.
fn sheet_name(title: &str, place: usize) -> String {
    let fits = |letter: &char| !letter.is_control() && !"[]:*?/\\'".contains(*letter);
    let name: String = title.chars().filter(fits).take(LONGEST_NAME).collect();
    if name.trim().is_empty() { format!("{}", place + 1) } else { name }
}

#[cfg(test)]
mod formula_tests;

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::table::{Cell, Row, column};

    fn table(text: &str) -> Table {
        Table {
            language: Language::Zh,
            title: "表[1]".into(),
            about: vec!["范围：全部".into()],
            as_of: NaiveDate::from_ymd_opt(2022, 10, 8).unwrap(),
            columns: vec![column("a", "甲", "")],
            rows: vec![Row::plain([Cell::text(text)])],
            empty: None,
        }
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let once = workbook(&[table("x")]).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1_100));
        assert_eq!(once, workbook(&[table("x")]).unwrap());
        assert_ne!(once, workbook(&[table("y")]).unwrap());
    }

    #[test]
    fn whatever_a_table_holds_makes_a_workbook() {
        for text in ["", "=1+1", "\u{0}\u{1}\u{fffe}", "\r\n\t", &"长".repeat(40_000)] {
            assert!(workbook(&[table(text)]).is_ok(), "{text:.20?}");
        }
        assert!(workbook(&[]).is_ok());
        let bare = Table { columns: Vec::new(), rows: Vec::new(), title: "/".into(), ..table("") };
        assert!(workbook(&[bare]).is_ok());
    }

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        assert_eq!(sheet_name("a/b:c", 0), "abc");
        assert_eq!(sheet_name("[]", 1), "2");
        assert_eq!(sheet_name(&"名".repeat(50), 0).chars().count(), LONGEST_NAME);
    }
}
