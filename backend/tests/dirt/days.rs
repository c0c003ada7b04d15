//! Days, months and years in every way that people write them.

use crate::file::{Case, Cell, book, rows};

pub(crate) fn cases() -> Vec<Case> {
    let head = || rows![["小区编码", "小区名称", "计划年度", "摸底日期"]];
    let four = |days: [Cell; 4]| {
        let names = [
            ("GT-0001", "样例甲小区", 2022),
            ("GT-0003", "样例丙家属院", 2023),
            ("GT-0002", "样例乙单栋楼", 2024),
            ("GT-0004", "样例丁小区", 2025),
        ];
        let rows = names
            .into_iter()
            .zip(days)
            .map(|((code, name, year), day)| vec![code.into(), name.into(), year.into(), day]);
        [head(), rows.collect()].concat()
    };
    vec![
        book("days by points, words, digits and as days")
            .sheet(
                "小区",
                four(["2021.9.11".into(), "2022年3月16日".into(), 20_220_621.into(), Cell::Day("2022-07-06")]),
            )
            .says(&[
                "小区 2 摸底日期 2021年9月10日→2021年9月11日",
                "小区 3 摸底日期 2022年3月15日→2022年3月16日",
                "小区 4 摸底日期 2022年6月20日→2022年6月21日",
                "小区 5 摸底日期 2022年7月5日→2022年7月6日",
            ]),
        book("days that have lost their format, or carry a time")
            .sheet(
                "小区",
                four([44_450.into(), "2022-03-16 00:00".into(), " ２０２２／６／２１ ".into(), "2022、7、6".into()]),
            )
            .says(&[
                "小区 2 摸底日期 2021年9月10日→2021年9月11日",
                "小区 3 摸底日期 2022年3月15日→2022年3月16日",
                "小区 4 摸底日期 2022年6月20日→2022年6月21日",
                "小区 5 摸底日期 2022年7月5日→2022年7月6日",
            ]),
        book("days that never were")
            .sheet("小区", four(["2022-02-30".into(), "2022.13.1".into(), "开春".into(), "2022.4".into()]))
            .says(&[
                "小区!D2 not_a_day=2022-02-30",
                "小区!D3 not_a_day=2022.13.1",
                "小区!D4 not_a_day=开春",
                "小区!D5 day_missing=2022.4",
            ]),
        book("a day to come, and one of another century")
            .sheet(
                "小区",
                four([Cell::Day("2022-10-09"), "1022-03-15".into(), Cell::Day("2022-10-08"), "2022-07-05".into()]),
            )
            .says(&[
                "小区!D2 day_to_come=2022-10-09",
                "小区!D3 not_a_day=1022-03-15",
                "小区 4 摸底日期 2022年6月20日→2022年10月8日",
            ]),
        book("years with words, and of two digits")
            .sheet(
                "楼栋",
                rows![
                    ["小区编码", "楼栋号", "建成年代", "户数", "建筑面积"],
                    ["GT-0001", "1#", "1993年", 36, 3300],
                    ["GT-0001", "2#", "１９９３年建", 36, 3300],
                    ["GT-0001", "3#", Cell::Day("1993-05-01"), 42, 3870],
                    ["GT-0001", "4#", "94年", 42, 3870],
                    ["GT-0001", "5#", "九十年代", 36, 3300],
                    ["GT-0001", "6#", 2031, 48, 4400]
                ],
            )
            .says(&[
                "楼栋!C5 not_a_year=94年",
                "楼栋!C6 not_a_year=九十年代",
                "楼栋!C7 day_to_come=2031",
                "楼栋 2 建成年份 1994→1993",
                "楼栋 3 建成年份 1994→1993",
                "楼栋 4 建成年份 1995→1993",
            ]),
        book("2024.3 and 2024.1")
            .sheet(
                "月进展",
                rows![
                    ["小区编码", "月份", "计划进度"],
                    ["GT-0001", 2022.4, 4],
                    ["GT-0001", "2022.10", 91],
                    ["GT-0001", "2022年5月", 11],
                    ["GT-0001", Cell::Day("2022-06-01"), 23],
                    ["GT-0001", 2022.1, 99],
                    ["GT-0001", "十月", 99],
                    ["GT-0001", "2022-13", 99]
                ],
            )
            .says(&[
                "月进展!B6 unclear_month=2022.1",
                "月进展!B7 not_a_month=十月",
                "月进展!B8 not_a_month=2022-13",
                "月进展 2 计划进度 3.0→4.0",
                "月进展 3 计划进度 90.0→91.0",
                "月进展 4 计划进度 10.0→11.0",
                "月进展 5 计划进度 22.0→23.0",
            ]),
    ]
}
