//! A file as it came, with its faults: faulty cells in red, and a last column that says why and what to do.

use super::{column_of, day, that_fits};
use anju_domain::{
    cells::Value,
    language::Language,
    words::imports as words,
    workbook::{Fault, Grid},
};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// The bytes of the sheets with their faults.
///
/// # Errors
/// A sheet does not fit the format of the file.
pub fn faults_workbook(grids: &[Grid], faults: &[Fault], language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let red = Format::new().set_background_color(Color::RGB(0x00F8_C8C8)).set_font_color(Color::RGB(0x009C_0006));
    let mut names = BTreeSet::new();
    for (place, grid) in grids.iter().enumerate() {
        // No two sheets have one name, but for the size of letters; a file that no Excel has made may say otherwise.
        let mut name = super::sheet_name(&grid.name, place);
        while !names.insert(name.to_lowercase()) {
            name = format!("{}-{place}", names.len());
        }
        let sheet = book.add_worksheet().set_name(name)?;
        let mut of_rows: BTreeMap<u32, Vec<&Fault>> = BTreeMap::new();
        for fault in faults.iter().filter(|fault| fault.sheet == grid.name) {
            of_rows.entry(fault.row).or_default().push(fault);
        }
        write(sheet, grid, &of_rows, &red, language)?;
    }
    book.save_to_buffer()
}

fn write(
    sheet: &mut Worksheet,
    grid: &Grid,
    of_rows: &BTreeMap<u32, Vec<&Fault>>,
    red: &Format,
    language: Language,
) -> Result<(), XlsxError> {
    let ordinary = Format::new();
    let mut widest = 0;
    for row in grid.rows() {
        let faulty = of_rows.get(&(row.number() + 1));
        for (column, value) in row.cells() {
            widest = widest.max(column);
            let is_faulty = faulty.is_some_and(|faults| faults.iter().any(|fault| fault.column == Some(column)));
            put(sheet, (row.number(), column), value, if is_faulty { red } else { &ordinary }, language)?;
        }
    }
    let last = column_of(usize::from(widest) + 1);
    for (row, faults) in of_rows {
        let at = row.saturating_sub(1);
        for column in faults.iter().filter_map(|fault| fault.column) {
            // A cell that is empty and should not be is red too.
            if grid.at(at, column) == Value::Empty {
                sheet.write_blank(at, column, red)?;
            }
        }
        let told: Vec<String> = faults
            .iter()
            .map(|fault| {
                let place = format!("{}{}", fault.letters(), fault.head);
                format!("{place}：{}。{}", fault.why.text(language), fault.why.suggestion(language))
            })
            .collect();
        let told = told.join("\n");
        sheet.write_string_with_format(at, last, that_fits(&told, language).as_ref(), red)?;
    }
    if !of_rows.is_empty() {
        let first = grid.rows().next().map_or(0, |row| row.number());
        if !of_rows.contains_key(&(first + 1)) {
            sheet.write_string_with_format(first, last, words::RESULT_COLUMN.get(language), red)?;
        }
        sheet.set_column_width(last, 60)?;
    }
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Value<'_>,
    format: &Format,
    language: Language,
) -> Result<(), XlsxError> {
    let dated = |format: &Format, look: &str| format.clone().set_num_format(look);
    match value {
        Value::Empty => Ok(()),
        Value::Number(text) => match text.parse::<f64>() {
            Ok(number) => sheet.write_number_with_format(row, column, number, format).map(drop),
            Err(_) => sheet.write_string_with_format(row, column, text, format).map(drop),
        },
        Value::Text(text) | Value::Fault(text) => {
            sheet.write_string_with_format(row, column, that_fits(text, language).as_ref(), format).map(drop)
        }
        Value::Yes(yes) => sheet.write_boolean_with_format(row, column, yes, format).map(drop),
        Value::Day(date) => match day(date) {
            Ok(date) => sheet.write_datetime_with_format(row, column, date, &dated(format, "yyyy-mm-dd")).map(drop),
            Err(_) => sheet.write_string_with_format(row, column, date.to_string(), format).map(drop),
        },
        Value::Instant(_) => match ExcelDateTime::parse_from_str(&value.shown()) {
            Ok(at) => sheet.write_datetime_with_format(row, column, at, &dated(format, "yyyy-mm-dd hh:mm")).map(drop),
            Err(_) => sheet.write_string_with_format(row, column, value.shown(), format).map(drop),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Limits, read};
    use anju_domain::{
        cells::Value,
        sample,
        workbook::{Known, plan_import},
    };
    use std::io::Cursor;

    #[test]
    fn a_file_comes_back_as_it_was_with_what_is_wrong() {
        let mut grid = Grid::new("楼栋");
        for (column, text) in (0..).zip(["小区编码", "楼栋号", "户数", "建筑面积"]) {
            grid.put(0, column, Value::Text(text));
        }
        for (column, text) in (0..).zip(["GT-0001", "1#", "三十", "3300"]) {
            grid.put(1, column, Value::Text(text));
        }
        grid.put(2, 0, Value::Text("=HYPERLINK(1)"));
        grid.finish();
        let sample = sample::programme();
        let known = Known { programme: &sample.programme, plans: &[], dossiers: &sample.dossiers };
        let plan = plan_import(std::slice::from_ref(&grid), known, sample.programme.demonstration_date.unwrap());
        let bytes = faults_workbook(std::slice::from_ref(&grid), &plan.faults, Language::Zh).unwrap();
        let back = read("x.xlsx", Cursor::new(bytes), Limits::UPLOAD).unwrap();
        assert_eq!(back[0].at(1, 2), Value::Text("三十"));
        assert!(back[0].at(1, 4).shown().contains("不是数字"), "{:?}", back[0].at(1, 4));
        assert_eq!(back[0].at(0, 4), Value::Text("导入错误"));
        assert_eq!(back[0].at(2, 0), Value::Text("=HYPERLINK(1)"));
    }
}
