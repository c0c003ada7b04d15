//! 到位支付 and 审批: what the forms refuse, the file is refused for, with its cell.

use crate::file::{Case, Cell, book, rows};

/// Rows below the heads of 到位支付.
fn flows(name: &'static str, rows: Vec<Vec<Cell>>) -> Case {
    let head =
        rows![["小区编码", "类型", "资金代码", "资金子类", "级次", "日期", "金额", "文号", "凭证", "明细编号", "用途"]];
    book(name).sheet("到位支付", [head, rows].concat())
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        flows(
            "money that came and went",
            rows![
                ["GT-0001", "收", "F08", "", "", "2022.9.1", "4万元", "样例27号"],
                [
                    "GT-0001",
                    "资金支付",
                    "F08",
                    "",
                    "",
                    Cell::Day("2022-09-30"),
                    "120000元",
                    "",
                    "记-9",
                    "B01",
                    "工程款"
                ]
            ],
        )
        .says(&["到位支付 2 + GT-0001 到位 2022-09-01", "到位支付 3 + GT-0001 支付 记-9"])
        .and(|plan| {
            let entry = &plan.entries[0].after;
            assert_eq!(entry.receipts.last().unwrap().amount.fen(), 4_000_000);
            assert_eq!(entry.payments.last().unwrap().amount.fen(), 12_000_000);
        }),
        flows(
            "a voucher twice",
            rows![
                ["GT-0001", "到位", "F10", "", "", "2022-09-01", 1, "", "记-7"],
                ["GT-0001", "到位", "F10", "", "", "2022-09-02", 2, "", "记-7"],
                ["GT-0001", "到位", "F13", "", "", "2022-09-02", 2, "", "记-7"]
            ],
        )
        .says(&[
            "到位支付!I3 repeated_voucher=记-7",
            "到位支付 2 + GT-0001 到位 记-7",
            "到位支付 4 + GT-0001 到位 记-7",
        ]),
        flows(
            "a payment above what has arrived",
            rows![
                ["GT-0001", "支付", "F08", "", "", "2022-09-30", 98, "样例20号", "", "B01", "工程款"],
                ["GT-0001", "支付", "F08", "", "", "2022-09-30", 0.000001, "样例21号", "", "B01", "工程款"]
            ],
        )
        .says(&["到位支付!G3 R-25 paid>received=0.000001", "到位支付 2 + GT-0001 支付 2022-09-30"]),
        flows(
            "what arrives in the same file is there to be paid",
            rows![
                ["GT-0001", "支付", "F08", "", "", "2022-09-30", 100, "样例20号", "", "B01", "工程款"],
                ["GT-0001", "到位", "F08", "", "", "2022-09-29", 2, "样例28号"]
            ],
        )
        .says(&["到位支付 2 + GT-0001 支付 2022-09-30", "到位支付 3 + GT-0001 到位 2022-09-29"]),
        flows(
            "a payment that may be covered once a receipt is mended waits",
            rows![
                ["GT-0001", "到位", "F08", "", "", "2022-09-29", "两万", "样例28号"],
                ["GT-0001", "支付", "F08", "", "", "2022-09-30", 100, "样例20号", "", "B01", "工程款"],
                ["GT-0001", "支付", "F08", "", "", "2022-09-30", 90, "样例21号", "", "B01", "工程款"]
            ],
        )
        .says(&["到位支付!G2 not_a_number=两万", "到位支付 4 + GT-0001 支付 2022-09-30", "到位支付 waiting 1"]),
        flows(
            "payments for another line, for wages, for nothing that is there",
            rows![
                ["GT-0001", "支付", "F10", "", "", "2022-09-30", 1, "样例20号", "", "B01", "工程款"],
                ["GT-0001", "支付", "F10", "", "", "2022-09-30", 1, "样例21号", "", "B16", "人员经费"],
                ["GT-0001", "支付", "F10", "", "", "2022-09-30", 1, "样例22号", "", "Z9", "工程款"]
            ],
        )
        .says(&[
            "到位支付!J2 R-25 line=B01",
            "到位支付!K3 R-25 purpose=人员经费",
            "到位支付!J4 unknown_line=Z9",
        ]),
        flows(
            "days before the programme and to come, and no paper",
            rows![
                ["GT-0001", "到位", "F10", "", "", "2019-12-31", 1, "样例28号"],
                ["GT-0001", "到位", "F10", "", "", "2022-10-09", 1, "样例29号"],
                ["GT-0001", "到位", "F10", "", "", "2022-10-08", 1, ""],
                ["GT-0001", "到位", "F18", "", "", "2022-10-08", 1, "样例30号"]
            ],
        )
        .says(&[
            "到位支付!F2 before_programme=2019-12-31",
            "到位支付!F3 day_to_come=2022-10-09",
            "到位支付!H4 paper_required=",
            "到位支付!D5 sub_kind_required=",
            "到位支付!E5 level_required=",
        ]),
        flows(
            "less has arrived than was paid",
            rows![["GT-0001", "到位", "F08", "", "", "2022-05-15", 189, "样例到位〔2022〕1号", "记-1"]],
        )
        .says(&["到位支付 2 + GT-0001 到位 记-1"]),
        book("steps of approvals")
            .sheet(
                "审批",
                rows![
                    ["小区编码", "事项", "状态", "通过日期", "文号"],
                    ["GT-0001", "施工许可证", "审核通过", "2022.4.3", "样例许可1号"],
                    ["GT-0001", "S13", "通过", "2022-10-09", ""],
                    ["GT-0003", "S01", "通过", "", ""],
                    ["GT-0003", "S02", "未报", "2022-09-01", ""],
                    ["GT-0003", "S99", "通过", "2022-09-01", ""]
                ],
            )
            .says(&[
                "审批!D3 day_to_come=2022-10-09",
                "审批!D4 missing_field=",
                "审批!D5 not_passed=2022-09-01",
                "审批!B6 unknown_term=S99",
                "审批 2 通过日期 2022年4月2日→2022年4月3日，文号 →样例许可1号",
            ]),
    ]
}
