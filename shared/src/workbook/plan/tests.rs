//! Round trips, dirt and faults, on the sample programme.

use super::*;
use crate::{
    cells::Value,
    chart,
    sample::{self, SampleProgramme},
    table::{Cell, Table},
    workbook::sheets_of,
};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

fn known(sample: &SampleProgramme) -> Known<'_> {
    Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers }
}

fn empty(sample: &SampleProgramme) -> Known<'_> {
    Known { dossiers: &[], ..known(sample) }
}

/// A table as a file holds it: figures as numbers, days as days.
pub(super) fn grid(table: &Table) -> Grid {
    let mut grid = Grid::new(&table.title);
    for (column, head) in (0..).zip(&table.columns) {
        let head = if head.unit.is_empty() { head.name.clone() } else { format!("{}（{}）", head.name, head.unit) };
        grid.put(0, column, Value::Text(&head));
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(&cells.cells) {
            let bare = |text: String| text.replace(',', "");
            match cell {
                Cell::Day(day) => grid.put(row, column, Value::Day(*day)),
                Cell::Figure(chart::Cell::Text(text)) => grid.put(row, column, Value::Text(text)),
                Cell::Figure(chart::Cell::Money(money)) => {
                    grid.put(row, column, Value::Number(&bare(money.wan_exact())))
                }
                other => grid.put(row, column, Value::Number(&bare(other.shown(crate::language::Language::Zh)))),
            }
        }
    }
    grid.finish();
    grid
}

fn grids(known: Known<'_>) -> Vec<Grid> {
    sheets_of(known, day()).iter().map(|(_, table)| grid(table)).collect()
}

fn told(plan: &ImportPlan) -> Vec<(String, u32, String, &'static str)> {
    plan.faults.iter().map(|fault| (fault.sheet.clone(), fault.row, fault.letters(), fault.why.reason.code())).collect()
}

#[test]
fn own_exports_come_back_without_a_change() {
    let sample = sample::programme();
    let plan = plan_import(&grids(known(&sample)), known(&sample), day());
    assert_eq!(told(&plan), []);
    assert_eq!((&plan.changes, plan.changes_nothing(), &plan.remarks), (&vec![], true, &vec![]));
    assert_eq!(plan.sheets.len(), 10);
    assert!(plan.sheets.iter().all(|sheet| sheet.unchanged > 0 || sheet.sheet == Sheet::PriorAid), "{:?}", plan.sheets);
}

/// The dossiers that an import leaves.
fn after(plan: &ImportPlan, sample: &SampleProgramme) -> Vec<Dossier> {
    let entries = plan.entries.iter().map(|entry| {
        let entry = entry.after.clone();
        let community = plan.communities.iter().find(|community| community.after.id == entry.community);
        let project = plan.projects.iter().find(|project| project.after.id == entry.project);
        let reports = plan.reports.iter().filter(|report| report.after.project_community == entry.id);
        Dossier {
            programme: sample.programme.clone(),
            community: community.unwrap().after.clone(),
            project: project.unwrap().after.clone(),
            reports: reports.map(|report| report.after.clone()).collect(),
            project_community: entry,
            ..Dossier::default()
        }
    });
    entries.collect()
}

#[test]
fn an_empty_programme_becomes_what_was_exported() {
    let sample = sample::programme();
    let first = grids(known(&sample));
    let plan = plan_import(&first, empty(&sample), day());
    assert_eq!(told(&plan), []);
    assert_eq!((plan.communities.len(), plan.projects.len(), plan.entries.len()), (4, 4, 4));
    assert_eq!(
        plan,
        plan_import(&first, empty(&sample), day()),
        "the same file gives the same plan, down to identities"
    );
    let dossiers = after(&plan, &sample);
    let again = Known { dossiers: &dossiers, ..known(&sample) };
    let (rows, back) = (sheets_of(known(&sample), day()), sheets_of(again, day()));
    for ((sheet, was), (_, is)) in rows.iter().zip(&back) {
        assert_eq!(was.rows.len(), is.rows.len(), "{}", sheet.name());
        for (was, is) in was.rows.iter().zip(&is.rows) {
            let shown = |row: &crate::table::Row| {
                row.cells.iter().map(|cell| cell.shown(crate::language::Language::Zh)).collect::<Vec<_>>()
            };
            assert_eq!(shown(was), shown(is), "{}", sheet.name());
        }
    }
    assert!(plan_import(&first, again, day()).changes_nothing(), "the same file again changes nothing");
}

#[test]
fn synthetic_programmes_make_the_round_trip() {
    for seed in 0..3 {
        let sample = sample::communities(12, seed);
        let plan = plan_import(&grids(known(&sample)), known(&sample), day());
        assert_eq!((told(&plan), plan.changes.len()), (vec![], 0), "seed {seed}");
    }
}

fn put(grids: &mut [Grid], sheet: &str, row: u32, head: &str, value: Value<'_>) {
    let grid = grids.iter_mut().find(|grid| grid.name == sheet).unwrap();
    let column = (0..60).find(|column| grid.at(0, *column).shown().starts_with(head)).unwrap();
    grid.put(row, column, value);
    grid.finish();
}

#[test]
fn a_change_is_told_and_nothing_else() {
    let sample = sample::programme();
    let mut grids = grids(known(&sample));
    put(&mut grids, "楼栋", 1, "户数", Value::Text("４０户"));
    put(&mut grids, "台账", 1, "户数", Value::Empty);
    let before = plan_import(&grids, known(&sample), day());
    // The ledger says the old sum: that is its fault, and the building changes all the same.
    assert_eq!(before.faults.len(), 1, "{:?}", told(&before));
    assert_eq!(before.faults[0].why.reason, Reason::SumDiffers);
    assert_eq!(before.changes.len(), 1);
    assert_eq!(before.changes[0].fields, [("户数", "36".to_owned(), "40".to_owned())]);
    assert_eq!(before.communities.len(), 1);
    assert_eq!(before.communities[0].after.buildings[0].households, 40);
    assert_eq!((before.entries.len(), before.projects.len(), before.reports.len()), (0, 0, 0));
}

#[test]
fn what_hangs_on_a_faulty_row_waits() {
    let sample = sample::programme();
    let mut grids = grids(empty(&sample));
    grids.clear();
    grids.extend(self::grids(known(&sample)));
    put(&mut grids, "小区", 1, "计划年度", Value::Text("后年"));
    let plan = plan_import(&grids, empty(&sample), day());
    assert_eq!(told(&plan), [("小区".to_owned(), 2, "S".to_owned(), "not_a_year")]);
    assert_eq!(plan.entries.len(), 3);
    assert!(plan.sheets.iter().any(|sheet| sheet.sheet == Sheet::Buildings && sheet.waiting > 0));
}

#[test]
fn what_the_domain_cannot_read_has_its_cell() {
    let sample = sample::programme();
    let mut grids = grids(known(&sample));
    put(&mut grids, "资金", 1, "明细编号", Value::Text("ZZ"));
    put(&mut grids, "小区", 2, "行政区划代码", Value::Number("620723"));
    put(&mut grids, "改造内容", 1, "计量单位", Value::Text("公里"));
    let plan = plan_import(&grids, known(&sample), day());
    let places: Vec<(String, u32, String)> =
        plan.faults.iter().map(|fault| (fault.sheet.clone(), fault.row, fault.head.clone())).collect();
    let place = |sheet: &str, row, head: &str| (sheet.to_owned(), row, head.to_owned());
    assert_eq!(
        places,
        [place("小区", 3, "行政区划代码"), place("改造内容", 2, "计量单位"), place("资金", 2, "明细编号")]
    );
}

#[test]
fn a_ledger_alone_loads_communities_in_reserve() {
    let sample = sample::programme();
    let ledger: Vec<Grid> = grids(known(&sample)).into_iter().filter(|grid| grid.name == "台账").collect();
    let plan = plan_import(&ledger, empty(&sample), day());
    assert_eq!(told(&plan), []);
    assert_eq!((plan.communities.len(), plan.entries.len()), (4, 4));
    let entry = &plan.entries[0].after;
    assert_eq!(entry.stage, crate::policy::stages::Stage::Reserve);
    assert!(entry.scope_households > 0 && entry.total_invest.is_some() && entry.scope_count.is_some());
    assert!(plan.remarks.iter().any(|remark| matches!(remark, Remark::StageLeft { .. })));
    let dossiers = after(&plan, &sample);
    assert!(plan_import(&ledger, Known { dossiers: &dossiers, ..known(&sample) }, day()).changes_nothing());
    // Against the whole programme it is only compared.
    let plan = plan_import(&ledger, known(&sample), day());
    assert_eq!((told(&plan), plan.changes_nothing()), (vec![], true));
}

#[test]
fn a_file_of_something_else_is_told_once() {
    let sample = sample::programme();
    let mut other = Grid::new("通讯录");
    other.put(0, 0, Value::Text("姓名"));
    let plan = plan_import(&[other], known(&sample), day());
    assert_eq!(plan.faults.len(), 1);
    assert_eq!(plan.faults[0].why.reason, Reason::NoHead);
    assert_eq!(plan_import(&[], known(&sample), day()).faults.len(), 1);
}
