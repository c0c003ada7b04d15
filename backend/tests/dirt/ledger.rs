//! 台账: alone it loads communities, beside other sheets it is compared.

use crate::file::{Case, book, rows};
use anju_domain::policy::stages::Stage;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        book("a 台账 alone, with stacked heads, title, sums and signature, into nothing")
            .sheet(
                "2022年台账",
                rows![
                    ["高台县城镇老旧小区改造项目台账"],
                    [
                        "序号",
                        "小区名称",
                        "所属社区",
                        "楼栋数",
                        "户数",
                        "建筑面积（万㎡）",
                        "计划年度",
                        "总投资",
                        "资金来源",
                        "",
                        "计划",
                        "",
                        "阶段"
                    ],
                    ["", "", "", "", "", "", "", "", "中央", "其他", "开工", "竣工", ""],
                    [
                        1,
                        "样例己小区",
                        "样例北社区",
                        "３栋",
                        "120户",
                        "1.2万㎡",
                        "2023年",
                        "460.5万元",
                        200,
                        60.5,
                        "2023.4.1",
                        "2023年10月31日",
                        "储备"
                    ],
                    [2, "样例庚小区", "", "", 80, "8000", 2024, "-", "", "", "", "", "在建"],
                    ["合计", "", "", 3, 200, "", "", 460.5, 200, 60.5],
                    ["填表人：样例", "", "", "审核人：样例"],
                ],
            )
            .merged(0, 0, 0, 12)
            .merged(1, 8, 1, 9)
            .merged(1, 10, 1, 11)
            .into_nothing()
            .says(&["台账 4 +  样例己小区 2023", "台账 5 +  样例庚小区 2024", "? 2022年台账 5 在建"])
            .and(|plan| {
                let (entry, community) = (&plan.entries[0].after, &plan.communities[0].after);
                assert_eq!((community.code.as_str(), community.neighbourhood.as_str()), ("GT-0001", "样例北社区"));
                assert_eq!((entry.scope_count, entry.scope_households), (Some(3), 120));
                assert_eq!(
                    (entry.scope_area.hundredths(), entry.total_invest.unwrap().fen()),
                    (1_200_000, 460_500_000)
                );
                assert_eq!(entry.planned_finish.unwrap().to_string(), "2023-10-31");
                let second = &plan.entries[1].after;
                assert_eq!(
                    (second.stage, second.scope_area.hundredths(), second.total_invest),
                    (Stage::Reserve, 800_000, None)
                );
                assert_eq!(plan.communities[1].after.code, "GT-0002");
            }),
        book("a 台账 alone with faults")
            .sheet(
                "台账",
                rows![
                    ["小区名称", "户数", "计划年度", "计划开工", "计划竣工"],
                    ["样例己小区", "一百", 2023, "", ""],
                    ["样例庚小区", 80, "明年", "", ""],
                    ["", 80, 2024, "", ""],
                    ["样例辛小区", 80, 2024, "2024-05-01", "2024-04-01"],
                    ["样例壬小区", 60, 2024, "", ""],
                    ["样例壬小区", 61, 2024, "", ""]
                ],
            )
            .into_nothing()
            .says(&[
                "台账!B2 not_a_number=一百",
                "台账!C3 not_a_year=明年",
                "台账!A4 missing=",
                "台账!E5 finish_before_start=2024-04-01",
                "台账!A7 repeated_row=样例壬小区",
                "台账 6 +  样例壬小区 2024",
            ]),
        book("a 台账 that says other sums than the sheets")
            .sheet(
                "台账",
                rows![
                    ["小区编码", "小区名称", "计划年度", "户数", "总投资", "中央", "已支付"],
                    ["GT-0001", "样例甲小区", 2022, 311, 1145.6, 600, 612.41],
                    ["GT-0003", "样例丙家属院", 2023, 196, 451, "", ""]
                ],
            )
            .says(&["台账!D2 sum_differs=311", "台账!G2 sum_differs=612.41"]),
    ]
}
