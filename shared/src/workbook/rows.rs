//! The rows of a sheet, each read into its type; what can't be read is told with its place.

use super::{
    Fault, Grid, GridRow,
    columns::Column,
    heads::{Heads, fault},
};
use crate::cells::{Reason, Value, Why, is_blank_mark, narrow, plain_head};
use std::collections::BTreeMap;

/// How many faults are kept; how many more there are is counted.
pub(super) const MOST_FAULTS: usize = 10_000;

/// Faults so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) list: Vec<Fault>,
    pub(super) more: u64,
}

impl Faults {
    pub(super) fn push(&mut self, fault: Fault) {
        if self.list.len() < MOST_FAULTS {
            self.list.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// A row as it was read.
#[derive(Clone, Debug)]
pub(super) struct ReadRow<R> {
    /// Its number, from 1.
    pub(super) number: u32,
    pub(super) row: R,
    /// Whether one of its cells can't be read.
    pub(super) is_bad: bool,
}

/// The rows of a sheet.
#[derive(Debug)]
pub(super) struct ReadSheet<'g, R: 'static> {
    pub(super) grid: &'g Grid,
    pub(super) heads: Heads,
    pub(super) columns: &'static [Column<R>],
    pub(super) rows: Vec<ReadRow<R>>,
}

impl<R> std::fmt::Debug for Column<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.spec.fmt(f)
    }
}

impl<R> ReadSheet<'_, R> {
    /// Which of its columns the sheet has.
    pub(super) fn present(&self) -> impl Iterator<Item = &'static Column<R>> {
        self.heads.places.iter().filter_map(|place| self.columns.get(place.spec))
    }

    /// A fault of a row, at the column that fills this field when the sheet has it.
    pub(super) fn fault(&self, number: u32, field: &str, why: Why) -> Fault {
        let spec = self.columns.iter().position(|column| column.spec.field == field);
        let place = spec.and_then(|spec| self.heads.places.iter().find(|place| place.spec == spec));
        let head = spec.and_then(|spec| self.columns.get(spec)).map_or("", |column| column.spec.head);
        fault(self.grid, number, place.map(|place| place.column), head, why)
    }
}

/// Vertical merges below the heads, by column: first and last row, and where their value stands.
type Merges = BTreeMap<u16, Vec<(u32, u32, u16)>>;

fn merges(grid: &Grid, heads: &Heads) -> Merges {
    let mut merges = Merges::new();
    for merged in grid.merged.iter().filter(|merged| merged.bottom > merged.top && merged.top > heads.row) {
        merges.entry(merged.left).or_default().push((merged.top, merged.bottom, merged.left));
    }
    merges
}

/// Reads the rows below the heads, to the last one; rows of sums and signatures are no rows.
pub(super) fn read<'g, R: Default>(
    grid: &'g Grid,
    heads: Heads,
    columns: &'static [Column<R>],
    faults: &mut Faults,
) -> ReadSheet<'g, R> {
    let merges = merges(grid, &heads);
    let mut sheet = ReadSheet { grid, heads, columns, rows: Vec::new() };
    if !sheet.heads.faults.is_empty() {
        sheet.heads.faults.iter().cloned().for_each(|fault| faults.push(fault));
        return sheet;
    }
    for from in grid.rows().skip_while(|row| sheet.heads.has_row && row.number() <= sheet.heads.row) {
        if is_aside(&from, &sheet) {
            continue;
        }
        let mut read = ReadRow { number: from.number() + 1, row: R::default(), is_bad: false };
        let mut is_empty = true;
        let mut wrong = Vec::new();
        for place in &sheet.heads.places {
            let Some(column) = columns.get(place.spec) else { continue };
            let value = match from.at(place.column) {
                Value::Empty => merged(grid, &merges, from.number(), place.column, column),
                value => Ok(value),
            };
            let outcome = value.and_then(|value| match value {
                Value::Text(text) if is_blank_mark(text) => Ok(false),
                Value::Empty => Ok(false),
                value => (column.read)(&mut read.row, value, place.in_yuan).map(|()| true),
            });
            match outcome {
                Ok(true) => is_empty = false,
                Ok(false) if column.spec.required => wrong.push((place, column, Reason::Missing.into())),
                Ok(false) => {}
                Err(why) => {
                    is_empty = false;
                    wrong.push((place, column, why));
                }
            }
        }
        if is_empty {
            continue;
        }
        read.is_bad = !wrong.is_empty();
        wrong.sort_by_key(|(place, ..)| place.column);
        for (place, column, why) in wrong {
            faults.push(fault(grid, read.number, Some(place.column), column.spec.head, why));
        }
        sheet.rows.push(read);
    }
    sheet
}

/// What merged cells say about an empty cell below their first.
fn merged<'g, R>(grid: &'g Grid, merges: &Merges, row: u32, at: u16, column: &Column<R>) -> Result<Value<'g>, Why> {
    let of_column = merges.get(&at).into_iter().flatten();
    let Some((top, _, left)) = of_column.copied().find(|(top, bottom, _)| *top < row && row <= *bottom) else {
        return Ok(Value::Empty);
    };
    match grid.at(top, left) {
        Value::Empty => Ok(Value::Empty),
        value if column.spec.kind.fills_merged() => Ok(value),
        _ => Err(Reason::MergedFigure.into()),
    }
}

/// Whether a row is none of the table: a sum, a signature, a remark, heads printed again.
fn is_aside<R>(row: &GridRow<'_>, sheet: &ReadSheet<'_, R>) -> bool {
    const SUMS: [&str; 6] = ["合计", "总计", "小计", "共计", "全县合计", "总合计"];
    const SIGNED: [&str; 16] = [
        "填表人",
        "填报人",
        "制表人",
        "制表",
        "审核人",
        "审核",
        "复核",
        "负责人",
        "单位负责人",
        "联系人",
        "联系电话",
        "填报日期",
        "填报单位",
        "填表日期",
        "注",
        "说明",
    ];
    let texts = || {
        row.cells().filter_map(|(_, value)| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    };
    let Some(first) = texts().next().map(plain_head) else { return false };
    if SUMS.contains(&first.as_str()) {
        return true;
    }
    let required = || {
        let places = sheet.heads.places.iter().filter_map(|place| Some((place, sheet.columns.get(place.spec)?)));
        places.filter(|(_, column)| column.spec.required)
    };
    let filled = required().filter(|(place, _)| row.at(place.column) != Value::Empty).count();
    let needed = required().count();
    if filled < needed {
        let signs = |text: &str| {
            let text = narrow(text);
            let begins = text.split([':', ' ']).next().unwrap_or_default();
            let is_named = SIGNED.contains(&begins) && (text.contains(':') || filled <= 1);
            is_named || text.contains("盖章") || text.contains("签字") || text.starts_with("备注:")
        };
        if texts().any(signs) {
            return true;
        }
    }
    // Heads that stand again at the top of a printed page.
    let is_again = |(place, column): (&super::heads::Place, &Column<R>)| match row.at(place.column) {
        Value::Text(text) => column.spec.is_called(&plain_head(text)),
        _ => false,
    };
    needed > 1 && required().all(is_again)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{
        Merged,
        heads::{Names, heads},
        sheets::{BUILDINGS, BuildingRow},
    };

    const HEAD: &[&str] = &["小区编码", "楼栋号", "户数", "建筑面积", "建成年份"];

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::new("楼栋");
        for (row, cells) in (0..).zip(std::iter::once(&HEAD).chain(rows)) {
            for (column, cell) in (0..).zip(*cells) {
                grid.put(row, column, Value::Text(cell));
            }
        }
        grid
    }

    /// Rows with their numbers and whether they are bad; faults with row, column letter and reason.
    type Told = (Vec<(u32, BuildingRow, bool)>, Vec<(u32, String, Reason)>);

    fn read_all(grid: &Grid) -> Told {
        let mut faults = Faults::default();
        let sheet = read(grid, heads(grid, &Names::all()).unwrap(), BUILDINGS, &mut faults);
        (
            sheet.rows.into_iter().map(|row| (row.number, row.row, row.is_bad)).collect(),
            faults.list.into_iter().map(|fault| (fault.row, fault.letters(), fault.why.reason)).collect(),
        )
    }

    #[test]
    fn every_fault_is_told_with_its_place_and_the_rest_is_read() {
        let grid = grid(&[
            &["GT-0001", "1#", "36户", "3,300㎡", "1994年"],
            &["GT-0001", "", "三十六", "3300", "94"],
            &[],
            &["GT-0001", "2#", "-", "3300", "1994"],
            &["合计", "", "72", "6600"],
            &["填表人：样例", "", "审核人："],
        ]);
        let (rows, faults) = read_all(&grid);
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[0].1.building.households, rows[0].1.building.completed_year), (36, Some(1994)));
        assert!(rows[0].1.building.in_scope && !rows[0].2 && rows[1].2);
        let place = |row, column: &str, reason| (row, column.to_owned(), reason);
        assert_eq!(
            faults,
            [
                place(3, "B", Reason::Missing),
                place(3, "C", Reason::NotANumber),
                place(3, "E", Reason::NotAYear),
                place(5, "C", Reason::Missing)
            ]
        );
    }

    #[test]
    fn merged_words_fill_their_rows_and_merged_figures_do_not() {
        let mut grid = grid(&[&["GT-0001", "1#", "36", "3300"], &["", "2#", "", "3300"]]);
        grid.merged.push(Merged { top: 1, left: 0, bottom: 2, right: 0 });
        grid.merged.push(Merged { top: 1, left: 2, bottom: 2, right: 2 });
        let (rows, faults) = read_all(&grid);
        assert_eq!(rows[1].1.code, "GT-0001");
        assert_eq!(faults, [(3, "C".to_owned(), Reason::MergedFigure)]);
    }

    #[test]
    fn heads_printed_again_are_no_row() {
        let (rows, faults) =
            read_all(&grid(&[&["GT-0001", "1#", "36", "3300"], HEAD, &["GT-0001", "2#", "36", "3300"]]));
        assert_eq!((rows.len(), faults.len()), (2, 0));
    }
}
