//! What an import costs beside what reading its file alone costs.
//!
//! `import_speed make FILE ROWS` writes a workbook of so many rows of twenty columns: communities, and nineteen lines of
//! investment of each. `import_speed read FILE` says in how many seconds calamine alone reads its sheets, and in how many they
//! are read into grids and planned, as JSON.
#![expect(clippy::print_stdout, reason = "what it says is its result")]

use anju_domain::{
    policy::items::item,
    sample,
    workbook::{Known, plan_import},
};
use anju_server::import::{Limits, read};
use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::{env, error::Error, fs::File, io::BufReader, path::Path, process::ExitCode, time::Instant};

/// The items of the lines of a community.
const ITEMS: [&str; 19] = [
    "B01", "B02", "B07", "B05", "B14", "B15", "B16", "B08", "B09", "B10", "I02", "I03", "I06", "I07", "I14", "I12",
    "I10", "I13", "U09",
];
/// How many they are.
const LINES: u32 = 19;

const COMMUNITIES: [&str; 20] = [
    "小区编码",
    "小区名称",
    "行政区划代码",
    "乡镇",
    "地址",
    "社区",
    "单栋",
    "产权性质",
    "建成年代较早",
    "失养失修失管",
    "市政配套设施不完善",
    "社区服务设施不健全",
    "居民改造意愿强烈",
    "摸底日期",
    "项目名称",
    "计划年度",
    "改造户数",
    "改造面积",
    "建设单位",
    "责任人",
];

const WORKS: [&str; 20] = [
    "小区编码",
    "计划年度",
    "明细编号",
    "改造项代码",
    "类别",
    "楼栋",
    "数量",
    "计量单位",
    "费用构成",
    "管线类别",
    "位置",
    "投资",
    "实施主体",
    "实施单位管线类别",
    "改造后产权单位",
    "产权单位",
    "维护单位",
    "状态",
    "联系人",
    "备注",
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", file, rows] => make(Path::new(file), rows.parse()?)?,
        ["read", file] => speed(Path::new(file))?,
        _ => return Ok(ExitCode::FAILURE),
    }
    Ok(ExitCode::SUCCESS)
}

fn make(file: &Path, rows: u32) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let communities = rows / (LINES + 1);
    let sheet = book.add_worksheet().set_name("小区")?;
    sheet.write_row(0, 0, COMMUNITIES)?;
    for number in 1..=communities {
        sheet.write_row(
            number,
            0,
            [
                &*code(number),
                &format!("样例{number}小区"),
                "620724",
                "城关镇",
                &format!("样例路{number}号"),
                "样例东社区",
                "否",
                "商品房",
                "否",
                "否",
                "是",
                "是",
                "是",
                "2021-09-10",
                &format!("样例{number}小区改造项目"),
                "2025",
                "",
                "",
                "县住建局",
                "项目经理",
            ],
        )?;
        sheet.write_number(number, 16, f64::from(100 + number % 400))?;
        sheet.write_number(number, 17, f64::from(9_000 + number % 9_000))?;
    }
    let sheet = book.add_worksheet().set_name("改造内容")?;
    sheet.write_row(0, 0, WORKS)?;
    for number in 0..rows - communities {
        let (community, line) = (1 + number / LINES, number % LINES);
        let code_of_item = usize::try_from(line).ok().and_then(|place| ITEMS.get(place)).copied().unwrap_or_default();
        let unit = item(code_of_item).map_or("", |item| item.unit);
        let row = number + 1;
        sheet.write_row(
            row,
            0,
            [
                &*code(community),
                "2025",
                &format!("L{line:02}"),
                code_of_item,
                "",
                "全部",
                "",
                unit,
                "",
                "",
                "",
                "",
                "企业",
                "",
                "县住建局",
                "县住建局",
                "样例物业",
                "待实施",
                "项目经理",
                "按设计",
            ],
        )?;
        sheet.write_number(row, 6, f64::from(10 + number % 5_000))?;
        sheet.write_number(row, 11, f64::from(1 + number % 200) / 4.0)?;
    }
    book.save(file)
}

fn code(number: u32) -> String {
    format!("GT-{:04}", 1_000 + number)
}

fn speed(file: &Path) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let mut book: Xlsx<BufReader<File>> = open_workbook(file)?;
    let mut cells = 0_usize;
    for name in book.sheet_names() {
        cells += book.worksheet_range(&name)?.used_cells().count();
    }
    let alone = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let grids = read("x.xlsx", BufReader::new(File::open(file)?), Limits::COMMAND).map_err(|why| why.code())?;
    let into_grids = begun.elapsed().as_secs_f64();
    let sample = sample::programme();
    let begun = Instant::now();
    let known = Known { programme: &sample.programme, plans: &sample.plans, dossiers: &[] };
    let plan =
        plan_import(&grids, known, sample.plans.iter().filter_map(|plan| plan.issued_on).max().unwrap_or_default());
    let planned = begun.elapsed().as_secs_f64();
    println!(
        "{}",
        serde_json::json!({
            "cells": cells, "alone_s": alone, "grids_s": into_grids, "plan_s": planned,
            "changes": plan.changes.len(), "faults": plan.fault_count(),
            "first_fault": plan.faults.first().map(|fault| format!("{}!{}{} {}", fault.sheet, fault.letters(), fault.row, fault.why.text(anju_domain::language::Language::Zh))),
        })
    );
    Ok(())
}
