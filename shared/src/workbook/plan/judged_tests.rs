//! What a file brings is judged by the acts of the forms, against what is there and against the rows before it.

use super::*;
use crate::{
    cells::Value,
    exact::Money,
    policy::stages::ReportStatus,
    sample::{self, SampleProgramme},
};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

fn known(sample: &SampleProgramme) -> Known<'_> {
    Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers }
}

/// A sheet of texts.
fn sheet(name: &str, rows: &[&[&str]]) -> Vec<Grid> {
    let mut grid = Grid::new(name);
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            grid.put(row, column, Value::Text(cell));
        }
    }
    grid.finish();
    vec![grid]
}

const FLOWS: &[&str] = &["小区编码", "类型", "资金代码", "日期", "金额", "凭证", "明细编号"];

/// Cell, and why.
fn told(plan: &ImportPlan) -> Vec<(String, String)> {
    let why = |fault: &Fault| match fault.why.finding.as_deref() {
        Some(finding) => finding.params.text("why").unwrap_or(&finding.rule).to_owned(),
        None => fault.why.reason.code().to_owned(),
    };
    plan.faults.iter().map(|fault| (format!("{}{}", fault.letters(), fault.row), why(fault))).collect()
}

fn is(cell: &str, why: &str) -> Vec<(String, String)> {
    vec![(cell.to_owned(), why.to_owned())]
}

#[test]
fn a_voucher_of_the_ledger_is_the_row_that_is_there_and_what_it_was_stays_noted() {
    let mut sample = sample::programme();
    sample.dossiers[0].project_community.receipts[0].voucher = "记-1".to_owned();
    let was = sample.dossiers[0].project_community.receipts[0].clone();
    let same = sheet("到位支付", &[FLOWS, &["GT-0001", "到位", "F08", "2022-05-15", "190", "记-1"]]);
    let plan = plan_import(&same, known(&sample), day());
    assert_eq!((told(&plan), plan.changes.len()), (vec![], 1));
    assert_eq!(plan.changes[0].fields, [("金额", "189.00".to_owned(), "190.00".to_owned())]);
    let after = &plan.entries[0].after;
    assert_eq!(after.receipts.len(), sample.dossiers[0].project_community.receipts.len());
    let note = after.money_corrections.last().unwrap();
    assert_eq!((note.on, note.receipt.as_ref(), note.reason.is_empty()), (day(), Some(&was), false));
    // A second row with that voucher is a second entry of it.
    let twice = [
        FLOWS,
        &["GT-0001", "到位", "F08", "2022-05-15", "189", "记-1"],
        &["GT-0001", "到位", "F08", "2022-06-15", "1", "记-1"],
    ];
    let plan = plan_import(&sheet("到位支付", &twice), known(&sample), day());
    assert_eq!((told(&plan), plan.changes_nothing()), (is("F3", "repeated_voucher"), true));
}

#[test]
fn a_receipt_stays_while_payments_rest_on_it() {
    // Of F08 378.00 arrived in two halves, 280.00 is paid.
    let mut sample = sample::programme();
    sample.dossiers[0].project_community.receipts[0].voucher = "记-1".to_owned();
    let of = |wan| sheet("到位支付", &[FLOWS, &["GT-0001", "到位", "F08", "2022-05-15", wan, "记-1"]]);
    assert_eq!(told(&plan_import(&of("91"), known(&sample), day())), []);
    let plan = plan_import(&of("90.999999"), known(&sample), day());
    assert_eq!((told(&plan), plan.changes_nothing()), (is("E2", "R-25"), true));
    let lower = [
        FLOWS,
        &["GT-0001", "到位", "F08", "2022-05-15", "90.999999", "记-1"],
        &["GT-0001", "到位", "F08", "2022-06-15", "0.000001", "记-2"],
    ];
    assert_eq!(
        told(&plan_import(&sheet("到位支付", &lower), known(&sample), day())),
        [],
        "another row makes up for it"
    );
}

#[test]
fn a_payment_to_the_last_fen_passes_and_no_more() {
    let sample = sample::programme();
    let of = |wan| sheet("到位支付", &[FLOWS, &["GT-0001", "支付", "F08", "2022-10-08", wan, "记-9", "B01"]]);
    assert_eq!(told(&plan_import(&of("98"), known(&sample), day())), []);
    assert_eq!(told(&plan_import(&of("98.000001"), known(&sample), day())), is("E2", "R-25"));
}

#[test]
fn what_was_there_before_is_not_judged_again() {
    let mut sample = sample::programme();
    let entry = &mut sample.dossiers[0].project_community;
    entry.receipts[0].amount = Money::from_fen(1);
    sample.dossiers[0].reports[2].cum_invest = Money::ZERO;
    let grids: Vec<Grid> =
        crate::workbook::sheets_of(known(&sample), day()).iter().map(|(_, table)| super::tests::grid(table)).collect();
    let plan = plan_import(&grids, known(&sample), day());
    assert_eq!((told(&plan), plan.changes_nothing()), (vec![], true));
}

#[test]
fn reports_that_were_sent_stay_and_those_that_were_returned_may_be_mended() {
    let head: &[&str] = &["小区编码", "月份", "形象进度", "本月完成投资", "累计完成投资"];
    let file = sheet("月进展", &[head, &["GT-0001", "2022-09", "65", "200", "700"]]);
    for (status, expected) in [
        (ReportStatus::Accepted, is("B2", "report_accepted")),
        (ReportStatus::Submitted, is("B2", "report_sent")),
        (ReportStatus::Returned, vec![]),
        (ReportStatus::Draft, vec![]),
    ] {
        let mut sample = sample::programme();
        sample.dossiers[0].reports[5].status = status;
        let plan = plan_import(&file, known(&sample), day());
        assert_eq!((told(&plan), plan.reports.is_empty()), (expected.clone(), !expected.is_empty()), "{status:?}");
    }
}
