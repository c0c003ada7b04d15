//! No export holds a live formula or a link, whatever somebody has typed: on lists, in the ledger, in the file with faults.

use super::{faults_workbook, sheets_workbook, workbook};
use anju_domain::{
    cells::Value,
    language::Language,
    sample,
    table::{Cell, Row, Table, column},
    workbook::{Grid, Known, plan_import, sheets_of},
};
use chrono::NaiveDate;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const TYPED: [&str; 9] = [
    "=1+1",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "{=1+1}",
    "http://evil.example",
    "=cmd|' /C calc'!A0",
];

/// All parts of a workbook as one text.
fn parts(bytes: Vec<u8>) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        archive.by_index(place).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

fn assert_dead(bytes: Vec<u8>) {
    let all = parts(bytes);
    for live in ["<f>", "<f ", "<hyperlink", "externalLink", "<oleObject"] {
        assert!(!all.contains(live), "{live}");
    }
    for typed in TYPED {
        let escaped = typed.trim().replace('&', "&amp;").replace('"', "&quot;");
        assert!(all.contains(&escaped) || all.contains(typed.trim()), "{typed} stands there as words");
    }
}

#[test]
fn no_export_holds_a_live_formula() {
    let day = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
    let list = Table {
        language: Language::Zh,
        title: TYPED[0].into(),
        about: vec![TYPED[1].into()],
        as_of: day,
        columns: vec![column("a", TYPED[2], "")],
        rows: TYPED.iter().map(|text| Row::plain([Cell::text(*text)])).collect(),
        empty: None,
    };
    assert_dead(workbook(&[list]).unwrap());

    let mut sample = sample::programme();
    let texts = TYPED.map(str::to_owned);
    for (building, text) in sample.dossiers[0].community.buildings.iter_mut().zip(&texts) {
        building.structure.clone_from(text);
    }
    sample.dossiers[0].community.address.clone_from(&texts[8]);
    let known = Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers };
    assert_dead(sheets_workbook(&sheets_of(known, day)).unwrap());

    let mut grid = Grid::new("楼栋");
    for (row, text) in (0..).zip(["小区编码"].iter().chain(&TYPED)) {
        grid.put(row, 0, Value::Text(text));
    }
    for (place, head) in (1..).zip(["楼栋号", "户数", "建筑面积"]) {
        grid.put(0, place, Value::Text(head));
    }
    grid.finish();
    let grids = [grid];
    let plan = plan_import(&grids, known, day);
    assert!(plan.fault_count() > 0);
    assert_dead(faults_workbook(&grids, &plan.faults, Language::Zh).unwrap());
}

#[test]
fn sheets_of_one_name_still_make_a_file_with_faults() {
    let grids = [Grid::new("楼栋"), Grid::new("楼栋"), Grid::new(""), Grid::new("3")];
    assert!(faults_workbook(&grids, &[], Language::Zh).is_ok());
}
