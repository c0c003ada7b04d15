//! Sheets and rows: merged, hidden, empty, summed, in another order.

use crate::file::{Case, book, rows};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        book("codes merged over their buildings")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["", "2#", 41, 3300],
                    ["", "3#", 42, 3870],
                    ["GT-0003", "1#", 43, 2940]
                ],
            )
            .merged(1, 0, 3, 0)
            .says(&["楼栋 2 户数 36→40", "楼栋 3 户数 36→41", "楼栋 5 户数 42→43"]),
        book("a figure merged over two rows belongs to neither")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 72, 3300],
                    ["GT-0001", "2#", "", 3300]
                ],
            )
            .merged(1, 2, 2, 2)
            .says(&["楼栋!C3 merged_figure=", "楼栋 2 户数 36→72"]),
        book("hidden rows are rows")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["GT-0001", "2#", "三", 3300],
                    ["GT-0001", "3#", 41, 3870]
                ],
            )
            .hidden(2)
            .hidden(3)
            .says(&["楼栋!C3 not_a_number=三", "楼栋 2 户数 36→40", "楼栋 4 户数 42→41"]),
        book("empty columns and rows inside the table")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "", "楼栋号", "", "户数", "建筑面积"],
                    [],
                    ["GT-0001", "", "1#", "", 40, 3300],
                    [],
                    ["", " ", "", "", "\u{3000}"],
                    ["GT-0001", "", "2#", "", 41, 3300]
                ],
            )
            .says(&["楼栋 3 户数 36→40", "楼栋 6 户数 36→41"]),
        book("sums between and below the rows")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["小 计", "", 40, 3300],
                    ["GT-0003", "1#", 43, 2940],
                    ["小计", "", 43, 2940],
                    ["合计：", "", 83, 6240]
                ],
            )
            .says(&["楼栋 2 户数 36→40", "楼栋 4 户数 42→43"]),
        book("sums under the names")
            .sheet(
                "楼栋",
                rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["GT-0001", "1#", 40, 3300], ["", "合计", 40, 3300]],
            )
            .says(&["楼栋 2 户数 36→40"]),
        book("sheets in another order, and one of nobody")
            .sheet("填表说明", rows![["请逐项填写"]])
            .sheet(
                "资金",
                rows![["小区编码", "资金序号", "明细编号", "资金代码", "金额"], ["GT-0009", 1, "B01", "F08", 9]],
            )
            .sheet(
                "改造内容",
                rows![["小区编码", "明细编号", "改造项代码", "数量", "投资"], ["GT-0009", "B01", "B01", 100, 9]],
            )
            .sheet("小区", rows![["小区编码", "小区名称", "计划年度"], ["GT-0009", "样例戊小区", 2024]])
            .says(&[
                "小区 2 + GT-0009 样例戊小区 2024",
                "改造内容 2 + GT-0009 B01",
                "资金 2 + GT-0009 B01 F08",
                "? 填表说明",
            ])
            .and(|plan| assert_eq!(plan.entries[0].after.commitments[0].amount.fen(), 9_000_000)),
        book("buildings on two sheets")
            .sheet("楼栋", rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["GT-0001", "1#", 40, 3300]])
            .sheet(
                "楼栋明细",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0003", "1#", 43, 2940],
                    ["GT-0001", "1栋", 40, 3300]
                ],
            )
            .says(&["楼栋明细!B3 repeated_row=1栋", "楼栋 2 户数 36→40", "楼栋 2 户数 42→43"]),
        book("sheets without a cell").sheet("楼栋", Vec::new()).sheet("Sheet2", Vec::new()).says(&["楼栋!0 no_head="]),
    ]
}
