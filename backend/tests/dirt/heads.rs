//! Heads: renamed, stacked, merged, printed again, missing, twice.

use crate::file::{Case, book, rows};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        book("heads under other names, with stars, units, blanks and line breaks")
            .sheet(
                "小区",
                rows![
                    ["*小区代码", "小 区\n名 称", "所属社区", "改造年度", "计划总投资（万元）", "项目单位"],
                    ["GT-0001", "样例甲小区", "样例南社区", 2022, 1145.6, "县住建局"]
                ],
            )
            .says(&["小区 2 社区 样例东社区→样例南社区"]),
        book("a title, a line of units and a signature around the table")
            .sheet(
                "楼栋",
                rows![
                    ["高台县城镇老旧小区改造楼栋表"],
                    ["填报单位：样例街道", "", "", "单位：户、㎡"],
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["合计", "", 40, 3300],
                    ["填表人：样例甲", "", "审核人：样例乙", "2022年10月8日"],
                    ["注：户数以摸底为准"]
                ],
            )
            .merged(0, 0, 0, 3)
            .says(&["楼栋 4 户数 36→40"]),
        book("heads far down and to the right")
            .sheet("楼栋", {
                let mut rows = vec![Vec::new(); 8];
                rows.extend(rows![
                    ["", "", "小区编码", "楼栋号", "户数", "建筑面积"],
                    ["", "", "GT-0001", "1#", 40, "33OO"]
                ]);
                rows
            })
            .says(&["楼栋!F10 not_a_number=33OO"]),
        book("heads on two rows that are merged")
            .sheet(
                "小区",
                rows![
                    ["小区编码", "小区名称", "计划年度", "计划", "", "实际", ""],
                    ["", "", "", "开工", "竣工", "开工", "竣工"],
                    ["GT-0001", "样例甲小区", 2022, "2022-04-11", "2022-11-30", "2022-04-10", ""]
                ],
            )
            .merged(0, 0, 1, 0)
            .merged(0, 1, 1, 1)
            .merged(0, 2, 1, 2)
            .merged(0, 3, 0, 4)
            .merged(0, 5, 0, 6)
            .says(&["小区 3 计划开工 2022年4月10日→2022年4月11日"]),
        book("heads printed again on the next page")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "1#", 40, 3300],
                    ["小区编码", "楼栋号", "户数", "建筑面积"],
                    ["GT-0001", "2#", 41, 3300]
                ],
            )
            .says(&["楼栋 2 户数 36→40", "楼栋 4 户数 36→41"]),
        book("a column that each row needs is not there")
            .sheet("楼栋", rows![["小区编码", "楼栋号", "建筑面积"], ["GT-0001", "1#", 3300]])
            .says(&["楼栋!1 missing_column="]),
        book("a column that stands there twice")
            .sheet("楼栋", rows![["小区编码", "楼栋号", "户数", "楼号", "建筑面积"], ["GT-0001", "1#", 40, "1#", 3300]])
            .says(&["楼栋!D1 repeated_column=楼号"]),
        book("no heads at all")
            .sheet("楼栋", rows![["GT-0001", "1#", 36, 3300], ["GT-0001", "2#", 36, 3300]])
            .says(&["楼栋!0 no_head="]),
        book("a sheet without a name of its own is known by its heads")
            .sheet("Sheet1", rows![["小区编码", "楼栋号", "户数", "建筑面积"], ["GT-0001", "1#", 40, 3300]])
            .says(&["楼栋 2 户数 36→40"]),
        book("columns of nobody are named and left")
            .sheet(
                "楼栋",
                rows![
                    ["序号", "小区编码", "楼栋号", "户数", "建筑面积", "联系电话"],
                    [1, "GT-0001", "1#", 40, 3300, "不登记"]
                ],
            )
            .says(&["楼栋 2 户数 36→40", "? 楼栋 A 序号", "? 楼栋 F 联系电话"]),
        book("a file of something else")
            .sheet("通讯录", rows![["姓名", "电话"], ["样例", "不登记"]])
            .says(&["通讯录!0 no_head=", "? 通讯录"]),
    ]
}
