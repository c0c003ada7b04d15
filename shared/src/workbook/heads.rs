//! Which sheet a grid is, where its heads stand, and which column is which: heads may be stacked, merged, renamed, in any
//! order, with title rows above.

use super::{Fault, Grid, Sheet};
use crate::cells::{Reason, Value, Why, column_letters, is_in_yuan, plain_head};
use std::collections::BTreeMap;

/// Among how many rows the heads are looked for.
const LOOKED_THROUGH: usize = 20;
/// How many rows of heads stand upon each other at most.
const STACKED: u32 = 3;
/// With fewer heads a sheet that isn't called like one of ours is none of ours.
const FEWEST: usize = 3;

/// A column that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its place among the columns of the sheet.
    pub(super) spec: usize,
    /// Its place in the grid.
    pub(super) column: u16,
    /// Whether its amounts are in 元.
    pub(super) in_yuan: bool,
}

/// The heads of a grid.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    pub(super) sheet: Sheet,
    /// The last row of the heads.
    pub(super) row: u32,
    /// Whether there is one: what is pasted may come without.
    pub(super) has_row: bool,
    /// The columns, in the order of the sheet's own list.
    pub(super) places: Vec<Place>,
    /// Heads that are none of the sheet's, with their columns.
    pub(super) unknown: Vec<(u16, String)>,
    /// What is wrong with them; with a fault no row can be read.
    pub(super) faults: Vec<Fault>,
}

/// The names of a sheet's columns.
pub(super) struct Names {
    sheet: Sheet,
    columns: BTreeMap<String, usize>,
}

impl Names {
    /// Of every sheet.
    pub(super) fn all() -> Vec<Self> {
        Sheet::ALL.iter().map(|sheet| Self::of(*sheet)).collect()
    }

    fn of(sheet: Sheet) -> Self {
        let mut columns = BTreeMap::new();
        for (place, spec) in sheet.specs().iter().enumerate() {
            for name in std::iter::once(&spec.head).chain(spec.aliases) {
                columns.insert(plain_head(name), place);
            }
        }
        Self { sheet, columns }
    }

    /// The column with these heads upon each other: by all of them, by the last two, by the last.
    fn column(&self, path: &[String]) -> Option<usize> {
        let plain: Vec<String> = path.iter().map(|head| plain_head(head)).filter(|head| !head.is_empty()).collect();
        let starts = [0, plain.len().saturating_sub(2), plain.len().saturating_sub(1)];
        starts.into_iter().find_map(|start| self.columns.get(&plain.get(start..)?.concat())).copied()
    }
}

/// The sheet that is called so.
fn called(name: &str) -> Option<Sheet> {
    let name = plain_head(name);
    let is = |sheet: &Sheet| {
        std::iter::once(sheet.name()).chain(sheet.aliases().iter().copied()).any(|known| plain_head(known) == name)
    };
    Sheet::ALL.iter().copied().find(is)
}

/// Heads as they stand upon each other, by column.
type Paths = BTreeMap<u16, Vec<String>>;

fn paths(grid: &Grid, first: u32, depth: u32) -> Paths {
    let mut paths = Paths::new();
    for row in (first..).take(usize::try_from(depth).unwrap_or(1)) {
        let mut of_row: BTreeMap<u16, String> = BTreeMap::new();
        for column in
            grid.rows().take_while(|of| of.number() <= row).filter(|of| of.number() == row).flat_map(|of| of.cells())
        {
            of_row.insert(column.0, column.1.shown());
        }
        for merged in
            grid.merged.iter().filter(|merged| (merged.top..=merged.bottom).contains(&row) && merged.top >= first)
        {
            let text = grid.at(merged.top, merged.left).shown();
            // A merge over thousands of columns is no head.
            for column in (merged.left..=merged.right).take(1_000) {
                of_row.entry(column).or_insert_with(|| text.clone());
            }
        }
        for (column, text) in of_row {
            let path = paths.entry(column).or_default();
            if !text.is_empty() && path.last() != Some(&text) {
                path.push(text);
            }
        }
    }
    paths
}

/// The heads that fit a sheet best: the last row, how many columns, the columns.
struct Found<'n> {
    names: &'n Names,
    row: u32,
    paths: Paths,
    matched: usize,
}

fn best<'n>(grid: &Grid, names: &[&'n Names]) -> Option<Found<'n>> {
    let rows: Vec<u32> = grid.rows().take(LOOKED_THROUGH).map(|row| row.number()).collect();
    let mut best: Option<Found<'n>> = None;
    for first in &rows {
        for depth in 1..=STACKED {
            let last = first + depth - 1;
            if depth > 1 && !rows.contains(&last) {
                break;
            }
            let paths = paths(grid, *first, depth);
            for names in names {
                let mut columns: Vec<usize> = paths.values().filter_map(|path| names.column(path)).collect();
                columns.sort_unstable();
                columns.dedup();
                if columns.len() > best.as_ref().map_or(0, |best| best.matched) {
                    best = Some(Found { names, row: last, paths: paths.clone(), matched: columns.len() });
                }
            }
        }
    }
    best
}

/// The heads of a grid; none when it is none of our sheets.
pub(super) fn heads(grid: &Grid, all: &[Names]) -> Option<Heads> {
    let name = called(&grid.name);
    let candidates: Vec<&Names> = all.iter().filter(|names| name.is_none_or(|sheet| names.sheet == sheet)).collect();
    let found = best(grid, &candidates).filter(|found| found.matched >= if name.is_some() { 2 } else { FEWEST });
    let Some(found) = found else {
        let sheet = name?;
        let fault = fault(grid, 0, None, "", Reason::NoHead.into());
        return Some(Heads {
            sheet,
            row: 0,
            has_row: false,
            places: Vec::new(),
            unknown: Vec::new(),
            faults: vec![fault],
        });
    };
    let sheet = found.names.sheet;
    let specs = sheet.specs();
    let (mut places, mut unknown, mut faults) = (Vec::<Place>::new(), Vec::new(), Vec::new());
    for (column, path) in &found.paths {
        let Some(spec) = found.names.column(path) else {
            if let Some(head) = path.last() {
                unknown.push((*column, head.clone()));
            }
            continue;
        };
        let head = specs.get(spec).map_or("", |spec| spec.head);
        if let Some(other) = places.iter().find(|place| place.spec == spec) {
            let why = Why::new(Reason::RepeatedColumn).with("other", column_letters(other.column)).with("head", head);
            faults.push(fault(grid, found.row + 1, Some(*column), head, why));
            continue;
        }
        let in_yuan = path.iter().any(|head| is_in_yuan(head)) && !path.iter().any(|head| head.contains("万元"));
        places.push(Place { spec, column: *column, in_yuan });
    }
    for (place, spec) in specs.iter().enumerate() {
        if spec.required && !places.iter().any(|found| found.spec == place) {
            faults.push(fault(
                grid,
                found.row + 1,
                None,
                spec.head,
                Why::new(Reason::MissingColumn).with("head", spec.head),
            ));
        }
    }
    places.sort_by_key(|place| place.spec);
    Some(Heads { sheet, row: found.row, has_row: true, places, unknown, faults })
}

/// A fault of a row, from 1, or of the sheet as a whole.
pub(super) fn fault(grid: &Grid, row: u32, column: Option<u16>, head: &str, why: Why) -> Fault {
    let value = match column.zip(row.checked_sub(1)) {
        Some((column, row)) => grid.at(row, column),
        None => Value::Empty,
    };
    Fault { sheet: grid.name.clone(), row, column, head: head.to_owned(), value: value.shown(), why }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Merged;

    fn grid(name: &str, rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::new(name);
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                grid.put(row, column, Value::Text(cell));
            }
        }
        grid.finish();
        grid
    }

    fn found(grid: &Grid) -> (Sheet, u32, Vec<&'static str>) {
        let heads = heads(grid, &Names::all()).unwrap();
        let specs = heads.sheet.specs();
        (heads.sheet, heads.row, heads.places.iter().map(|place| specs[place.spec].head).collect())
    }

    #[test]
    fn heads_below_titles_in_any_order_under_other_names() {
        let plain = grid(
            "楼栋",
            &[
                &["高台县楼栋表"],
                &[],
                &["楼号", "*小区代码", "户数", "面积（㎡）", "备注"],
                &["1#", "GT-0001", "36", "3300"],
            ],
        );
        assert_eq!(found(&plain), (Sheet::Buildings, 2, vec!["小区编码", "楼栋号", "户数", "建筑面积"]));
        assert_eq!(heads(&plain, &Names::all()).unwrap().unknown, [(4, "备注".to_owned())]);
        let unnamed = grid("Sheet1", &[&["小区编码", "月份", "形象进度"]]);
        assert_eq!(found(&unnamed).0, Sheet::Progress);
        assert!(heads(&grid("说明", &[&["请按模板填写"]]), &Names::all()).is_none());
    }

    #[test]
    fn stacked_and_merged_heads_are_paths() {
        let mut stacked = grid(
            "台账",
            &[
                &["台账"],
                &["小区名称", "计划年度", "资金来源", "", "计划", "", "实际", ""],
                &["", "", "中央", "其他", "开工", "竣工", "开工", "竣工"],
                &["样例甲小区", "2022", "1", "2", "2022-04-10"],
            ],
        );
        let expected = vec!["小区名称", "计划年度", "中央", "其他", "计划开工", "实际开工", "计划竣工", "实际竣工"];
        for (left, right) in [(2, 3), (4, 5), (6, 7)] {
            stacked.merged.push(Merged { top: 1, left, bottom: 1, right });
        }
        stacked.merged.push(Merged { top: 1, left: 0, bottom: 2, right: 0 });
        assert_eq!(found(&stacked), (Sheet::Ledger, 2, expected));
    }

    #[test]
    fn what_is_missing_or_there_twice_is_told() {
        let twice = grid("楼栋", &[&["小区编码", "楼栋号", "楼号", "户数"]]);
        let faults = heads(&twice, &Names::all()).unwrap().faults;
        let told: Vec<(Reason, String)> = faults.iter().map(|fault| (fault.why.reason, fault.letters())).collect();
        assert_eq!(told, [(Reason::RepeatedColumn, "C".to_owned()), (Reason::MissingColumn, String::new())]);
        let none = grid("资金", &[&["没有表头"]]);
        assert_eq!(heads(&none, &Names::all()).unwrap().faults[0].why.reason, Reason::NoHead);
        let yuan = heads(&grid("资金", &[&["小区编码", "明细编号", "资金代码", "金额（元）"]]), &Names::all()).unwrap();
        assert!(yuan.places.iter().any(|place| place.in_yuan));
    }
}
