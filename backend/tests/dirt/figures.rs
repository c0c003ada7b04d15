//! Figures in every way that people write them.

use crate::file::{Case, Cell, book, rows};
use anju_domain::workbook::ImportPlan;

const HEAD: [&str; 4] = ["小区编码", "楼栋号", "户数", "建筑面积"];

/// A row of buildings of the first sample.
fn building(cells: Vec<Cell>) -> Vec<Vec<Cell>> {
    vec![HEAD.map(Cell::from).to_vec(), cells]
}

fn first_building(plan: &ImportPlan) -> (i64, i64, Option<i32>) {
    let building = &plan.communities[0].after.buildings[0];
    (building.households, building.floor_area.hundredths(), building.completed_year)
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        book("full-width letters and digits")
            .sheet(
                "楼栋",
                rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["ＧＴ－０００１", "１＃", "４０", "３，３００．５"]],
            )
            .says(&["楼栋 2 户数 36→40，建筑面积 3,300.00→3,300.50"])
            .and(|plan| assert_eq!(first_building(plan), (40, 330_050, Some(1994)))),
        book("units beside the figures")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "层数", "单元数", "户数", "建筑面积"],
                    ["GT-0001", "1号楼", "5层", "2个单元", "40户", "0.33万平方米"]
                ],
            )
            .says(&["楼栋 2 层数 6→5，单元数 3→2，户数 36→40"]),
        book("numbers kept as text, with blanks around them")
            .sheet(
                "楼栋",
                building(vec!["GT-0001 ".into(), " 1# ".into(), " \u{3000}40\u{a0}".into(), "3300.00 ".into()]),
            )
            .says(&["楼栋 2 户数 36→40"]),
        book("thousands separators, and a sign of money")
            .sheet(
                "小区",
                rows![
                    ["小区编码", "小区名称", "计划年度", "总投资"],
                    ["GT-0001", "样例甲小区", "2022年", "￥1,145.61"],
                    ["GT-0003", "样例丙家属院", 2023, "4，510,000元"]
                ],
            )
            .says(&["小区 2 总投资 1,145.60→1,145.61"]),
        book("12万 and 亿")
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "明细编号", "改造项", "数量", "投资"],
                    ["GT-0001", "B01", "B01", "1860", "94万"],
                    ["GT-0001", "B02", "排水", "1,420", "0.01亿"],
                    ["GT-0001", "B07", "B07", "2240", "1568000元"]
                ],
            )
            .says(&["改造内容 2 投资 93.00→94.00", "改造内容 3 投资 99.40→100.00"]),
        book("a head that says 元")
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "明细编号", "改造项代码", "数量", "投资（元）"],
                    ["GT-0001", "B01", "B01", 1860, 935_000],
                    ["GT-0001", "B02", "B02", 1420, "994,000"]
                ],
            )
            .says(&["改造内容 2 投资 93.00→93.50"]),
        book("the long decimals of a formula")
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "明细编号", "改造项代码", "数量", "投资"],
                    ["GT-0001", "B01", "B01", 1860, Cell::Formula("=280/3", "93.3333333333333")]
                ],
            )
            .says(&["改造内容 2 投资 93.00→93.33"])
            .and(|plan| assert_eq!(plan.entries[0].after.lines[0].amount.fen(), 93_333_333)),
        book("formulas with their kept values")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    [
                        Cell::Formula("=\"GT-\"&\"0001\"", "GT-0001"),
                        "1#",
                        Cell::Formula("=SUM(A1:A3)", "40"),
                        Cell::Formula("=1100*3", "3300")
                    ],
                    ["GT-0001", "2#", Cell::Formula("=Z1+1", "#REF!"), 3300]
                ],
            )
            .says(&["楼栋!C3 spreadsheet_fault=#REF!", "楼栋 2 户数 36→40"]),
        book("figures that are none")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", "三十六", 3300],
                    ["GT-0001", "2#", 36.5, 3300],
                    ["GT-0001", "3#", -42, 3870],
                    ["GT-0001", "4#", 42, "约3870"],
                    ["GT-0001", "5#", "", 3300],
                    ["GT-0001", "6#", 48, "-"]
                ],
            )
            .says(&[
                "楼栋!C2 not_a_number=三十六",
                "楼栋!C3 not_whole=36.5",
                "楼栋!C4 negative=-42",
                "楼栋!D5 not_a_number=约3870",
                "楼栋!C6 missing=",
                "楼栋!D7 missing=-",
            ]),
        book("units that are not those of the column")
            .sheet("楼栋", building(vec!["GT-0001".into(), "1#".into(), "36人".into(), "5亩".into()]))
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "明细编号", "改造项代码", "数量", "计量单位", "投资"],
                    ["GT-0001", "B01", "B01", 1860, "公里", 93],
                    ["GT-0001", "B02", "B02", "1.42km", "m", 99.4],
                    ["GT-0001", "B07", "B07", 2240, "米", "156.8美元"]
                ],
            )
            .says(&[
                "楼栋!C2 not_a_number=36人",
                "楼栋!D2 not_a_number=5亩",
                "改造内容!E2 R-10 =公里",
                "改造内容!D3 not_a_number=1.42km",
                "改造内容!F4 not_a_number=156.8美元",
            ]),
        book("an amount in 元 in a column of 万元 is no amount of a county")
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "明细编号", "改造项代码", "数量", "投资"],
                    ["GT-0001", "B01", "B01", 1860, 99_999_999_999_i64.to_string()]
                ],
            )
            .says(&["改造内容!E2 too_large=99999999999"]),
        book("dashes for nothing")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "建成日期", "建成年份", "层数", "户数", "建筑面积", "文物保护"],
                    ["GT-0001", "1#", "—", 1994, "/", 36, 3300, "-"]
                ],
            )
            .says(&["楼栋 2 层数 6→"]),
        book("shares as percent, and what may be either")
            .sheet(
                "月进展",
                rows![
                    ["小区编码", "月份", "计划进度"],
                    ["GT-0001", "2022-10", Cell::Percent(0.91)],
                    ["GT-0001", "2022-04", "４％"],
                    ["GT-0001", "2022-05", 0.1],
                    ["GT-0001", "2022-06", 101],
                    ["GT-0001", "2022-07", "过半"]
                ],
            )
            .says(&[
                "月进展!C4 unclear_share=0.1",
                "月进展!C5 share_range=101",
                "月进展!C6 not_a_number=过半",
                "月进展 2 计划进度 90.0→91.0",
                "月进展 3 计划进度 3.0→4.0",
            ]),
    ]
}
