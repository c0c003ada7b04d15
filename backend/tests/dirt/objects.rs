//! Rows about the same thing, about nothing that is there, and what the domain can't read.

use crate::file::{Case, Cell, book, rows};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        book("a building twice, under two ways of writing its number")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["GT-0001", "1号楼", 41, 3300]
                ],
            )
            .says(&["楼栋!B3 repeated_row=1号楼", "楼栋 2 户数 36→40"]),
        book("a code twice")
            .sheet(
                "小区",
                rows![
                    ["小区编码", "小区名称", "计划年度"],
                    ["GT-0009", "样例戊小区", 2024],
                    ["GT-0009", "样例戊小区", 2024],
                    ["GT-0010", "样例己小区", 2024],
                    ["GT-0010", "样例庚小区", 2025]
                ],
            )
            .says(&[
                "小区!A3 repeated_row=GT-0009",
                "小区!B5 disagrees=样例庚小区",
                "小区 2 + GT-0009 样例戊小区 2024",
                "小区 4 + GT-0010 样例己小区 2024",
            ]),
        book("a code of no form, and none")
            .sheet(
                "小区",
                rows![["小区编码", "小区名称", "计划年度"], ["9号小区", "样例戊小区", 2024], ["", "样例己小区", 2024]],
            )
            .says(&["小区!A2 code_form=9号小区", "小区!A3 missing="]),
        book("codes, years and projects that are not there")
            .sheet("楼栋", rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["GT-0099", "1#", 40, 3300]])
            .sheet(
                "资金",
                rows![["小区编码", "计划年度", "明细编号", "资金代码", "金额"], ["GT-0001", 2023, "B01", "F08", 65.1]],
            )
            .sheet("项目", rows![["项目名称", "公房"], ["样例无名项目", "是"]])
            .says(&[
                "楼栋!A2 unknown_community=GT-0099",
                "资金!B2 unknown_year=2023",
                "项目!A2 unknown_project=样例无名项目",
            ]),
        book("a year that must be told")
            .sheet("小区", rows![["小区编码", "小区名称", "计划年度"], ["GT-0001", "样例甲小区", 2025]])
            .sheet(
                "改造内容",
                rows![
                    ["小区编码", "计划年度", "明细编号", "改造项代码", "数量", "投资"],
                    ["GT-0001", "", "I02", "I02", 2300, 30],
                    ["GT-0001", 2022, "I02", "I02", 2300, 30]
                ],
            )
            .says(&["改造内容!B2 unclear_year=", "小区 2 + GT-0001 样例甲小区 2025", "改造内容 3 投资 27.60→30.00"]),
        book("what hangs on a faulty row has no fault of its own")
            .sheet("小区", rows![["小区编码", "小区名称", "计划年度"], ["GT-0009", "样例戊小区", "后年"]])
            .sheet("楼栋", rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["GT-0009", "1#", 40, 3300]])
            .sheet(
                "改造内容",
                rows![["小区编码", "明细编号", "改造项代码", "数量", "投资"], ["GT-0009", "B01", "B01", 100, 9]],
            )
            .sheet("资金", rows![["小区编码", "明细编号", "资金代码", "金额"], ["GT-0009", "B01", "F08", 9]])
            .sheet(
                "到位支付",
                rows![
                    ["小区编码", "类型", "资金代码", "日期", "金额", "文号"],
                    ["GT-0009", "到位", "F08", "2022-09-01", 9, "样例1号"]
                ],
            )
            .says(&[
                "小区!C2 not_a_year=后年",
                "楼栋 waiting 1",
                "改造内容 waiting 1",
                "资金 waiting 1",
                "到位支付 waiting 1",
            ]),
        book("money for a line that has a fault waits")
            .sheet(
                "改造内容",
                rows![["小区编码", "明细编号", "改造项代码", "数量", "投资"], ["GT-0001", "X9", "B01", 100, "九万"]],
            )
            .sheet("资金", rows![["小区编码", "明细编号", "资金代码", "金额"], ["GT-0001", "X9", "F08", 9]])
            .sheet(
                "到位支付",
                rows![
                    ["小区编码", "类型", "资金代码", "日期", "金额", "文号", "明细编号"],
                    ["GT-0001", "支付", "F08", "2022-09-01", 9, "样例1号", "X9"]
                ],
            )
            .says(&["改造内容!E2 not_a_number=九万", "资金 waiting 1", "到位支付 waiting 1"]),
        book("buildings that nobody can have built")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "建成日期", "户数", "建筑面积", "层数"],
                    ["GT-0004", "1#", "2023-01-01", 30, 2400, 6],
                    ["GT-0004", "2#", "", 30, 0, 6],
                    ["GT-0004", "3#", "", 24, 2000, 600]
                ],
            )
            .says(&[
                "楼栋!C2 day_to_come=2023-01-01",
                "楼栋!E3 area_not_above_zero=0",
                "楼栋!F4 storeys_out_of_range=600",
            ]),
        book("more buildings than a community has")
            .sheet("楼栋", {
                let head = rows![["小区编码", "楼栋号", "户数", "建筑面积"]];
                let row = |no: u32| {
                    vec![Cell::from("GT-0004"), Cell::from(format!("{no}#")), Cell::from(10), Cell::from(900)]
                };
                [head, (1..=2001).map(row).collect()].concat()
            })
            .says(&["楼栋!2002 too_many_rows=", "楼栋 waiting 2000"]),
        book("money on lines that are not there, with kinds that its source has not")
            .sheet(
                "资金",
                rows![
                    ["小区编码", "资金序号", "明细编号", "资金代码", "资金子类", "级次", "金额"],
                    ["GT-0001", "", "Z1", "F08", "", "", 3],
                    ["GT-0001", 25, "I12", "F18", "垃圾", "省", 12],
                    ["GT-0001", 9, "B05", "F08", "", "", 0]
                ],
            )
            .says(&["资金!C2 unknown_line=Z1", "资金!E3 unknown_sub_kind=垃圾", "资金!G4 not_above_zero=0"]),
        book("works that end before they begin, or begin tomorrow")
            .sheet(
                "小区",
                rows![
                    ["小区编码", "小区名称", "计划年度", "计划开工", "实际开工", "计划竣工", "实际竣工"],
                    ["GT-0001", "样例甲小区", 2022, "2022-04-10", "2022-04-10", "2022-11-30", "2022-04-09"],
                    ["GT-0003", "样例丙家属院", 2023, "2023-04-01", "2022-10-09", "2023-03-31", ""]
                ],
            )
            .says(&[
                "小区!G2 before_start=2022-04-09",
                "小区!E3 day_to_come=2022-10-09",
                "小区!F3 finish_before_start=2023-03-31",
            ]),
    ]
}
