//! 月进展: over what a file brings, month by month.

use crate::file::{Case, Cell, book, rows};

/// Rows below the heads of 月进展. The first sample reports from April to September 2022: 64 %, 700 万元.
fn months(name: &'static str, rows: Vec<Vec<Cell>>) -> Case {
    let head = rows![["小区编码", "月份", "形象进度", "本月完成投资", "累计完成投资", "存在问题"]];
    book(name).sheet("月进展", [head, rows].concat())
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        months("a month whose sum is computed", rows![["GT-0001", "2022.10", "70%", "60万", "", "无"]])
            .says(&["月进展 2 + GT-0001 2022-10"])
            .and(|plan| {
                let report = &plan.reports[0].after;
                assert_eq!((report.cum_progress.tenths(), report.cum_invest.fen()), (700, 760_000_000));
            }),
        months("a month of which the sum alone is told", rows![["GT-0001", "2022年10月", 70, "", 760.5, ""]])
            .says(&["月进展 2 + GT-0001 2022-10"])
            .and(|plan| assert_eq!(plan.reports[0].after.month_invest.fen(), 60_500_000)),
        months(
            "months to come, and before the start",
            rows![
                ["GT-0001", "2022-11", 80, 10, "", ""],
                ["GT-0001", "2022-03", 1, 0, 0, ""],
                ["GT-0003", "2022-09", 1, 1, 1, ""]
            ],
        )
        .says(&[
            "月进展!B2 R-48 future=2022-11",
            "月进展!B3 R-48 range=2022-03",
            "月进展!B4 R-48 range=2022-09",
        ]),
        months("figures that go down", rows![["GT-0001", "2022-10", 63.9, 0, 700, ""]])
            .says(&["月进展!C2 R-47 decrease=63.9"]),
        months("money that goes down", rows![["GT-0001", "2022-10", 64, "", 699, ""]])
            .says(&["月进展!E2 R-47 decrease=699", "月进展!E2 R-47 sum=699"]),
        months("figures that do not add up", rows![["GT-0001", "2022-10", 70, 50, 760, ""]])
            .says(&["月进展!E2 R-47 sum=760"]),
        months("more than was approved", rows![["GT-0001", "2022-10", 70, 600, "", ""]]).says(&["月进展!E2 R-30 ="]),
        months(
            "what was accepted stays",
            rows![
                ["GT-0001", "2022-09", 65, 200, 700, "节能班组不足"],
                ["GT-0001", "2022-08", 45, 155, 500, "外墙保温材料到货迟"]
            ],
        )
        .says(&["月进展!B2 report_accepted=2022-09"]),
        months(
            "a month twice, and without its progress",
            rows![
                ["GT-0001", "2022-10", 70, 60, "", ""],
                ["GT-0001", "2022年10月", 71, 60, "", ""],
                ["GT-0001", "2022-09", "", 200, 700, ""]
            ],
        )
        .says(&["月进展!B3 repeated_row=2022年10月", "月进展!C4 missing=", "月进展 2 + GT-0001 2022-10"]),
        book("planned progress that falls")
            .sheet(
                "月进展",
                rows![["小区编码", "月份", "计划进度"], ["GT-0001", "2022-10", 73], ["GT-0001", "2022-11", 100]],
            )
            .says(&["月进展!C2 planned_progress_falls=73"]),
        book("the months after one with a fault wait, where they follow from it")
            .sheet(
                "小区",
                rows![
                    ["小区编码", "小区名称", "计划年度", "阶段", "实际开工"],
                    ["GT-0009", "样例戊小区", 2022, "在建", "2022-06-10"]
                ],
            )
            .sheet(
                "月进展",
                rows![
                    ["小区编码", "月份", "形象进度", "本月完成投资", "累计完成投资"],
                    ["GT-0009", "2022-06", 5, 50, 50],
                    ["GT-0009", "2022-07", "十", 50, 100],
                    ["GT-0009", "2022-08", 20, 50, 150],
                    ["GT-0009", "2022-09", 25, "", 200]
                ],
            )
            .says(&[
                "月进展!C3 not_a_number=十",
                "小区 2 + GT-0009 样例戊小区 2022",
                "月进展 2 + GT-0009 2022-06",
                "月进展 waiting 2",
            ]),
    ]
}
