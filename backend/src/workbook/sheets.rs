//! The ten sheets of a programme as a file: heads with their groups, lists to choose from, notes, and never a formula.

use super::{
    cells, column_of, day,
    formats::{Formats, Look},
    width,
};
use anju_domain::{
    chart::{self, Emphasis},
    language::Language,
    policy::{funding::FUNDS, items::ITEMS},
    table::{Cell, Table},
    workbook::{Kind, Sheet, Spec},
};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DocProperties, Note, Workbook, Worksheet, XlsxError};

/// Rows below the last one that can still choose from the lists.
const ROOM: u32 = 2_000;
/// The longest list that a cell can choose from, in letters with the commas between.
const LONGEST_LIST: usize = 255;
/// Groups of columns of the ledger that stand under one head, by their first and last field.
const GROUPS: [(&str, &str, &str); 3] = [
    ("投资构成（万元）", "basic", "other_costs"),
    ("资金来源（万元）", "central", "others"),
    ("资金使用（万元）", "received", "paid"),
];

/// The bytes of the ten sheets.
///
/// # Errors
/// A table does not fit the format of the file.
pub fn sheets_workbook(sheets: &[(Sheet, Table)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    if let Some((_, first)) = sheets.first() {
        let properties = DocProperties::new().set_title(&first.title).set_author("安居 Anju");
        book.set_properties(&properties.set_creation_datetime(&day(first.as_of)?));
    }
    let formats = Formats::of(Language::Zh);
    for (sheet, table) in sheets {
        write(book.add_worksheet().set_name(sheet.name())?, *sheet, table, &formats)?;
    }
    book.save_to_buffer()
}

fn write(to: &mut Worksheet, sheet: Sheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    let specs = sheet.specs();
    let is_grouped = sheet == Sheet::Ledger;
    let head_row = u32::from(is_grouped);
    let last = column_of(specs.len().saturating_sub(1));
    for (place, spec) in specs.iter().enumerate() {
        let column = column_of(place);
        let head = head(spec);
        let cells = table.rows.iter().take(200).filter_map(|row| row.cells.get(place));
        let widest = cells.map(|cell| width(&cell.shown(Language::Zh))).max().unwrap_or_default();
        let fits = widest.max(width(&head) + 2).clamp(8, 40);
        to.set_column_width(column, f64::from(u16::try_from(fits + 2).unwrap_or(u16::MAX)))?;
        if is_grouped && group_of(&specs, place).is_none() {
            to.merge_range(0, column, head_row, column, &head, &formats.head)?;
        } else {
            to.write_string_with_format(head_row, column, &head, &formats.head)?;
        }
        to.insert_note(head_row, column, &Note::new(note(spec)))?;
        let first = head_row + 1;
        let end = first + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - ROOM - first) + ROOM;
        if let Some(list) = list(spec) {
            to.add_data_validation(first, column, end, column, &list)?;
        }
    }
    if is_grouped {
        for (name, first, end) in GROUPS {
            let place = |field: &str| specs.iter().position(|spec| spec.field == field).map(column_of);
            if let (Some(first), Some(end)) = (place(first), place(end)) {
                to.merge_range(0, first, 0, end, name, &formats.head)?;
            }
        }
    }
    let look = formats.of_row(Emphasis::Plain);
    for (row, of_table) in (head_row + 1..).zip(&table.rows) {
        for (place, cell) in of_table.cells.iter().enumerate() {
            let kind = specs.get(place).map(|spec| spec.kind);
            write_cell(to, (row, column_of(place)), cell, kind, look)?;
        }
    }
    to.set_freeze_panes(head_row + 1, 0)?;
    to.set_repeat_rows(0, head_row)?;
    let end = head_row + u32::try_from(table.rows.len()).unwrap_or_default();
    to.autofilter(head_row, 0, end.max(head_row + 1), last)?;
    to.set_landscape().set_paper_size(super::A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A cell with everything that it holds: what is shown may be rounded, what is kept is not.
fn write_cell(
    to: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    kind: Option<Kind>,
    look: &Look,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Figure(chart::Cell::Text(text)) if text.is_empty() => Ok(()),
        Cell::Figure(chart::Cell::Text(text)) if matches!(kind, Some(Kind::Quantity)) => match text.parse::<f64>() {
            Ok(number) => to.write_number_with_format(row, column, number, &look.general).map(drop),
            Err(_) => cells::write(to, row, column, cell, look, Language::Zh),
        },
        Cell::Day(date) => match day(*date) {
            Ok(date) => to.write_datetime_with_format(row, column, date, &look.plain_day).map(drop),
            Err(_) => cells::write(to, row, column, cell, look, Language::Zh),
        },
        _ => cells::write(to, row, column, cell, look, Language::Zh),
    }
}

fn group_of(specs: &[Spec], place: usize) -> Option<usize> {
    GROUPS.iter().position(|(_, first, end)| {
        let at = |field: &str| specs.iter().position(|spec| spec.field == field);
        at(first).zip(at(end)).is_some_and(|(first, end)| (first..=end).contains(&place))
    })
}

fn head(spec: &Spec) -> String {
    let star = if spec.required { "*" } else { "" };
    match spec.kind.unit() {
        "" => format!("{star}{}", spec.head),
        unit => format!("{star}{}（{unit}）", spec.head),
    }
}

fn note(spec: &Spec) -> String {
    let required = if spec.required { "必填。" } else { "" };
    format!("{required}{}", spec.kind.note().zh)
}

/// The list that the cells of a column choose from. Where several may stand, another entry is only asked about.
fn list(spec: &Spec) -> Option<DataValidation> {
    let codes: Vec<&str> = match spec.kind {
        Kind::Item => ITEMS.iter().map(|item| item.code).collect(),
        Kind::Fund => FUNDS.iter().map(|fund| fund.code).collect(),
        kind => kind.choices(),
    };
    if codes.is_empty() || codes.join(",").chars().count() > LONGEST_LIST {
        return None;
    }
    let list = DataValidation::new().allow_list_strings(&codes).ok()?;
    let is_open = matches!(spec.kind, Kind::Item | Kind::Fund);
    let style = if is_open { DataValidationErrorStyle::Information } else { DataValidationErrorStyle::Stop };
    Some(list.set_error_style(style))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Limits, read};
    use anju_domain::{
        sample,
        workbook::{Known, plan_import, sheets_of, template},
    };
    use std::io::Cursor;

    #[test]
    fn own_files_come_back_without_a_change() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let known = Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers };
        let bytes = sheets_workbook(&sheets_of(known, today)).unwrap();
        let grids = read("台账.xlsx", Cursor::new(bytes), Limits::UPLOAD).unwrap();
        let plan = plan_import(&grids, known, today);
        assert_eq!((&plan.faults, &plan.remarks, plan.changes_nothing()), (&vec![], &vec![], true));
        assert_eq!(plan.sheets.len(), 10);
    }

    #[test]
    fn the_template_is_read_as_ten_empty_sheets() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let bytes = sheets_workbook(&template(today)).unwrap();
        let grids = read("模板.xlsx", Cursor::new(bytes), Limits::UPLOAD).unwrap();
        let known = Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers };
        let plan = plan_import(&grids, known, today);
        assert_eq!((plan.faults.len(), plan.sheets.len(), plan.changes_nothing()), (0, 10, true));
    }
}
