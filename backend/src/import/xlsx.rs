//! Sheets of a workbook, cell by cell, straight into grids. Formulas count by the values that were kept with them.

use super::{Limits, NotTaken, archive::Seen, number::decimal};
use anju_domain::{
    cells::Value,
    workbook::{Grid, Merged},
};
use calamine::{DataRef, Reader as _, SheetType, Xlsx};
use chrono::{NaiveDateTime, NaiveTime};
use std::io::{Read, Seek};

/// Merged areas of a sheet beyond these are no work of people.
const MOST_MERGED: usize = 100_000;

/// The sheets of a workbook that was checked.
pub(super) fn read<R: Read + Seek>(file: R, seen: Seen, limits: Limits) -> Result<Vec<Grid>, NotTaken> {
    let broken = |part: &str| NotTaken::Broken(part.to_owned());
    let mut book = Xlsx::new(file).map_err(|_| NotTaken::NotAWorkbook)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let (mut left, mut text) = (limits.cells, 0);
    let mut grids = Vec::new();
    for name in names {
        let mut grid = Grid::new(&name);
        {
            let mut cells = book.worksheet_cells_reader(&name).map_err(|_| broken(&name))?;
            let is_percent: Vec<bool> = cells
                .styles()
                .iter()
                .map(|style| style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')))
                .collect();
            while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| broken(&name))? {
                left = left.checked_sub(1).ok_or(NotTaken::TooManyCells(limits.cells))?;
                let (row, column) = cell.get_position();
                let Ok(column) = u16::try_from(column) else { continue };
                put(&mut grid, row, column, cell.get_value(), is_percent.get(style).copied().unwrap_or_default());
                if text + grid.text_bytes() > limits.text {
                    return Err(NotTaken::TooMuchText(limits.text));
                }
            }
        }
        grid.finish();
        text += grid.text_bytes();
        if seen.merged && grid.filled() > 0 {
            let areas = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
            grid.merged.extend(areas.into_iter().take(MOST_MERGED).filter_map(|area| {
                let column = |column: u32| u16::try_from(column).ok();
                let ((top, left), (bottom, right)) = (area.start, area.end);
                Some(Merged { top, left: column(left)?, bottom, right: column(right)? })
            }));
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn put(grid: &mut Grid, row: u32, column: u16, value: &DataRef<'_>, is_percent: bool) {
    match value {
        DataRef::Empty => {}
        DataRef::String(text) => grid.put(row, column, Value::Text(text)),
        DataRef::SharedString(text) => grid.put(row, column, Value::Text(text)),
        DataRef::Int(number) => grid.put(row, column, Value::Number(&number.to_string())),
        // A share that the sheet shows as percent is a hundred times what it holds.
        DataRef::Float(number) if is_percent => {
            if let Some(text) = decimal(number * 100.0) {
                grid.put(row, column, Value::Text(&format!("{text}%")));
            }
        }
        DataRef::Float(number) => {
            if let Some(text) = decimal(*number) {
                grid.put(row, column, Value::Number(&text));
            }
        }
        DataRef::Bool(yes) => grid.put(row, column, Value::Yes(*yes)),
        DataRef::DateTime(at) => match at.as_datetime() {
            Some(at) => grid.put(row, column, moment(at)),
            None => grid.put(row, column, Value::Number(&decimal(at.as_f64()).unwrap_or_default())),
        },
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => grid.put(row, column, Value::Text(text)),
        DataRef::Error(error) => grid.put(row, column, Value::Fault(&error.to_string())),
    }
}

fn moment(at: NaiveDateTime) -> Value<'static> {
    if at.time() == NaiveTime::MIN { Value::Day(at.date()) } else { Value::Instant(at) }
}
