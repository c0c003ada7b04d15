//! Money that arrives and is paid, on both sides of each edge.

use super::*;
use crate::{
    acts::{Act, Decision, MoneyTakenBack, PaymentEntry, ReceiptEntry, SavePayment, SaveReceipt, TakeBackMoney},
    exact::Money,
    finding::{Gate, Severity},
    language::Language,
    model::{Dossier, ProjectCommunity},
    policy::approvals::Step,
    rules::{message, open_findings},
    sample,
};
use uuid::Uuid;

fn today() -> NaiveDate {
    day("2022-10-08")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 样例甲小区, which is under works and pays.
fn dossier() -> Dossier {
    sample::programme().dossiers[0].clone()
}

fn receipt(wan: i64) -> ReceiptEntry {
    ReceiptEntry {
        id: Uuid::from_u128(77),
        funding: "F08".to_owned(),
        sub_kind: String::new(),
        level: None,
        provider: provider(),
        date: day("2022-10-01"),
        amount: Money::from_wan_hundredths(wan),
        doc_no: "甘财建〔2022〕9号".to_owned(),
        voucher: "记-101".to_owned(),
        reason: String::new(),
    }
}

/// The giver of the central money of the sample.
fn provider() -> String {
    let dossier = dossier();
    dossier.project_community.receipts.iter().find(|one| one.source.funding == "F08").unwrap().source.provider.clone()
}

/// A payment from the same source, for the first line to which it is committed.
fn payment(wan: i64) -> PaymentEntry {
    let dossier = dossier();
    let commitments = &dossier.project_community.commitments;
    let line = commitments.iter().find(|one| one.funding == "F08").unwrap().line.clone();
    PaymentEntry {
        id: Uuid::from_u128(78),
        funding: "F08".to_owned(),
        sub_kind: String::new(),
        level: None,
        provider: provider(),
        line,
        date: day("2022-10-08"),
        amount: Money::from_wan_hundredths(wan),
        doc_no: String::new(),
        voucher: "付-7".to_owned(),
        payee: "样例施工单位".to_owned(),
        purpose: "工程进度款".to_owned(),
        reason: String::new(),
    }
}

type Outcome = Result<Decision<ProjectCommunity>, Vec<Finding>>;

fn receive(dossier: &Dossier, entry: &ReceiptEntry) -> Outcome {
    SaveReceipt::decide(dossier, entry, today())
}

fn pay(dossier: &Dossier, entry: &PaymentEntry) -> Outcome {
    SavePayment::decide(dossier, entry, today())
}

fn after(dossier: &Dossier, outcome: Outcome) -> Dossier {
    Dossier { project_community: outcome.unwrap().changes, ..dossier.clone() }
}

/// Path and why of what is malformed.
fn whys(outcome: Outcome) -> Vec<(String, String)> {
    let found = outcome.unwrap_err();
    assert!(found.iter().all(|finding| finding.rule == "malformed"), "{found:?}");
    found.iter().map(|one| (one.path.clone(), one.params.text("why").unwrap().to_owned())).collect()
}

fn is(path: &str, why: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), why.to_owned())]
}

#[test]
fn all_that_has_arrived_may_be_paid_and_not_a_fen_more() {
    // 378.00 of F08 arrived and 280.00 is paid.
    let dossier = dossier();
    let all = after(&dossier, pay(&dossier, &payment(9_800)));
    assert_eq!(all.project_community.payments.len(), dossier.project_community.payments.len() + 1);
    let mut more = payment(9_800);
    more.amount = more.amount.plus(Money::from_fen(1));
    let found = pay(&dossier, &more).unwrap_err();
    assert_eq!((found.len(), &*found[0].rule, found[0].severity), (1, "R-25", Severity::E));
    let told = message(&found[0], Language::Zh);
    assert!(told.starts_with("资金应专款专用：支付超过到位（落实"), "{told}");
    assert!(told.ends_with("万元，到位378.00万元，含本次支付378.000001万元）"), "{told}");
    let zero = PaymentEntry { amount: Money::ZERO, ..payment(1) };
    assert_eq!(whys(pay(&dossier, &zero)), is("amount", "not_above_zero"));
    for amount in [-1, i64::MIN] {
        let below = PaymentEntry { amount: Money::from_fen(amount), ..payment(1) };
        assert_eq!(whys(pay(&dossier, &below)), is("amount", "not_above_zero"));
    }
    let huge = PaymentEntry { amount: Money::from_fen(i64::MAX), ..payment(1) };
    assert_eq!(whys(pay(&dossier, &huge)), is("amount", "too_large"));
}

#[test]
fn a_receipt_above_what_is_committed_is_stored_and_stops_the_next_payment() {
    let dossier = dossier();
    let source = dossier.project_community.commitments.iter().find(|one| one.funding == "F08").unwrap().source();
    let commitments = dossier.project_community.commitments.iter().filter(|one| one.source() == source);
    let committed: Money = commitments.map(|one| one.amount).sum();
    let left = committed.minus(dossier.project_community.received_from(&source));
    let full = SaveReceipt::decide(&dossier, &ReceiptEntry { amount: left, ..receipt(1) }, today()).unwrap();
    assert_eq!(full.warnings, []);
    let more = ReceiptEntry { amount: left.plus(Money::from_fen(1)), ..receipt(1) };
    let done = SaveReceipt::decide(&dossier, &more, today()).unwrap();
    assert!(
        message(&done.warnings[0], Language::Zh).starts_with("资金应专款专用：到位超过落实"),
        "{:?}",
        done.warnings
    );
    let stands = Dossier { project_community: done.changes, ..dossier };
    assert!(pay(&stands, &payment(1)).unwrap_err().iter().any(|finding| finding.rule == "R-25"));
}

#[test]
fn money_goes_where_it_was_committed_and_to_no_barred_purpose() {
    let dossier = dossier();
    let committed: Vec<&str> =
        dossier.project_community.commitments.iter().filter(|one| one.funding == "F08").map(|one| &*one.line).collect();
    let other = dossier.project_community.lines.iter().find(|line| !committed.contains(&&*line.id)).unwrap();
    let elsewhere = PaymentEntry { line: other.id.clone(), ..payment(1) };
    assert_eq!(
        message(&pay(&dossier, &elsewhere).unwrap_err()[0], Language::Zh),
        "资金应专款专用：支付项目与资金用途不符"
    );
    let wages = PaymentEntry { purpose: " 人员经费 ".to_owned(), ..payment(1) };
    assert_eq!(&*pay(&dossier, &wages).unwrap_err()[0].rule, "R-25");
    assert_eq!(whys(pay(&dossier, &PaymentEntry { line: "无".to_owned(), ..payment(1) })), is("line", "unknown_line"));
}

#[test]
fn what_is_open_at_the_gate_stops_a_payment() {
    let mut dossier = dossier();
    for step in dossier.project.steps.iter_mut().filter(|step| step.step == Step::S07) {
        step.date = Some(day("2022-04-15"));
    }
    let found = pay(&dossier, &payment(1)).unwrap_err();
    assert!(found.iter().any(|finding| finding.rule == "R-38"), "{found:?}");
    let fact = (day("2022-04-10"), "已开工", "停工通知书");
    let mut record =
        open_findings::record_fact(Gate::G2, &found, fact, ("项目经理", day("2022-05-10")), day("2022-04-20")).unwrap();
    dossier.project_community.fact_records = vec![record.clone()];
    assert!(pay(&dossier, &payment(1)).is_err(), "手续补办 keeps stopping it");
    for open in &mut record.open_findings {
        open_findings::close(open, day("2022-06-01"), "无法补正", "说明").unwrap();
    }
    dossier.project_community.fact_records = vec![record];
    let done = pay(&dossier, &payment(1)).unwrap();
    assert!(done.warnings.iter().any(|finding| finding.rule == "R-38" && finding.severity == Severity::W));
    dossier.project_community.fact_records.clear();
    assert!(receive(&dossier, &receipt(1)).is_ok(), "what arrives is a fact");
}

#[test]
fn one_voucher_is_entered_once_a_source() {
    let dossier = dossier();
    let once = after(&dossier, receive(&dossier, &receipt(100)));
    let twice = ReceiptEntry { id: Uuid::from_u128(79), voucher: " 记-101 ".to_owned(), ..receipt(200) };
    let found = receive(&once, &twice).unwrap_err();
    assert_eq!(message(&found[0], Language::Zh), "凭证记-101已登记过：2022年10月1日，1.00万元");
    assert_eq!(found[0].path, "voucher");
    let other_source = ReceiptEntry { funding: "F10".to_owned(), provider: String::new(), ..twice.clone() };
    assert!(receive(&once, &other_source).is_ok());
    let no_voucher = ReceiptEntry { voucher: String::new(), ..twice };
    let again = after(&once, receive(&once, &no_voucher));
    let third = ReceiptEntry { id: Uuid::from_u128(80), ..no_voucher };
    assert!(receive(&again, &third).is_ok(), "without a number nothing is repeated");

    let paid = after(&dossier, pay(&dossier, &payment(1)));
    let twice = PaymentEntry { id: Uuid::from_u128(81), ..payment(2) };
    assert_eq!(whys(pay(&paid, &twice)), is("voucher", "repeated_voucher"));
    let lines: Vec<_> = dossier.project_community.commitments.iter().filter(|one| one.funding == "F08").collect();
    let other_line = PaymentEntry { line: lines[1].line.clone(), ..twice };
    assert!(pay(&paid, &other_line).is_ok(), "one voucher may pay several lines");
}

#[test]
fn what_no_rule_can_read_is_told_at_its_place() {
    let dossier = dossier();
    let says = |entry: ReceiptEntry| whys(receive(&dossier, &entry));
    assert_eq!(says(ReceiptEntry { id: Uuid::nil(), ..receipt(1) }), is("id", "repeated_id"));
    let of_a_payment = dossier.project_community.payments[0].id;
    assert_eq!(says(ReceiptEntry { id: of_a_payment, ..receipt(1) }), is("id", "repeated_id"));
    assert_eq!(says(ReceiptEntry { funding: "F99".to_owned(), ..receipt(1) }), is("funding", "unknown_funding"));
    assert_eq!(says(ReceiptEntry { sub_kind: "养老".to_owned(), ..receipt(1) }), is("sub_kind", "unknown_sub_kind"));
    let sector = ReceiptEntry { funding: "F18".to_owned(), ..receipt(1) };
    assert_eq!(says(sector), [is("sub_kind", "sub_kind_required"), is("level", "level_required")].concat());
    let blank = ReceiptEntry { doc_no: " ".to_owned(), voucher: String::new(), ..receipt(1) };
    assert_eq!(says(blank), is("doc_no", "paper_required"));
    let long = ReceiptEntry { doc_no: "文".repeat(4_001), ..receipt(1) };
    assert_eq!(says(long), is("doc_no", "too_long"));
}

#[test]
fn days_of_today_and_of_the_year_before_the_programme_pass() {
    let dossier = dossier();
    let on = |date: &str| receive(&dossier, &ReceiptEntry { date: day(date), ..receipt(1) });
    for good in ["2022-10-08", "2020-01-01"] {
        assert!(on(good).is_ok(), "{good}");
    }
    assert_eq!(whys(on("2022-10-09")), is("date", "day_to_come"));
    assert_eq!(whys(on("2019-12-31")), is("date", "before_programme"));
    assert_eq!(whys(on("0202-05-15")), is("date", "before_programme"));
}

#[test]
fn a_correction_needs_its_reason_and_keeps_what_stood_there() {
    let dossier = dossier();
    let once = after(&dossier, receive(&dossier, &receipt(100)));
    let right = ReceiptEntry { doc_no: "甘财建〔2022〕10号".to_owned(), ..receipt(100) };
    assert_eq!(whys(receive(&once, &right)), is("reason", "correction_reason"));
    let right = ReceiptEntry { reason: " 文号笔误 ".to_owned(), ..right };
    let corrected = after(&once, receive(&once, &right));
    let (rows, notes) = (&corrected.project_community.receipts, &corrected.project_community.money_corrections);
    assert_eq!(rows.len(), once.project_community.receipts.len());
    assert_eq!(rows.last().unwrap().doc_no, "甘财建〔2022〕10号");
    let note = &notes[0];
    assert_eq!((note.reason.as_str(), note.on, notes.len()), ("文号笔误", today(), 1));
    assert_eq!(note.receipt.as_ref().unwrap().doc_no, "甘财建〔2022〕9号");
}

#[test]
fn a_receipt_stays_while_payments_rest_on_it() {
    // Of F08 378.00 arrived in two halves, 280.00 is paid.
    let dossier = dossier();
    let first = dossier.project_community.receipts.iter().find(|one| one.source.funding == "F08").unwrap().clone();
    let back = MoneyTakenBack { id: first.id, reason: "重复登记".to_owned() };
    let found = TakeBackMoney::decide(&dossier, &back, today()).unwrap_err();
    let told = message(&found[0], Language::Zh);
    assert!(told.contains("支付超过到位") && told.contains("到位189.00万元，含本次支付280.00万元"), "{told}");
    let to = |wan: i64| ReceiptEntry {
        id: first.id,
        date: first.date,
        amount: Money::from_wan_hundredths(wan),
        reason: "金额笔误".to_owned(),
        ..receipt(1)
    };
    assert!(receive(&dossier, &to(9_099)).is_err(), "189.00 + 90.99 is less than 280.00");
    assert!(receive(&dossier, &to(9_100)).is_ok());
}

#[test]
fn a_payment_is_taken_back_or_lowered_whatever_is_open() {
    let mut dossier = dossier();
    for step in dossier.project.steps.iter_mut().filter(|step| step.step == Step::S07) {
        step.date = Some(day("2022-04-15"));
    }
    let paid = dossier.project_community.payments.iter().find(|one| one.source.funding == "F08").unwrap().clone();
    let to = |fen: i64, payee: &str| PaymentEntry {
        id: paid.id,
        line: paid.line.clone(),
        amount: Money::from_fen(fen),
        payee: payee.to_owned(),
        reason: "更正".to_owned(),
        ..payment(1)
    };
    assert!(pay(&dossier, &to(paid.amount.fen(), "另一单位")).is_ok());
    assert!(pay(&dossier, &to(paid.amount.fen() + 1, "另一单位")).is_err(), "a fen more is a payment");
    let back = |reason: &str| MoneyTakenBack { id: paid.id, reason: reason.to_owned() };
    assert_eq!(whys(TakeBackMoney::decide(&dossier, &back(" "), today())), is("reason", "correction_reason"));
    let done = after(&dossier, TakeBackMoney::decide(&dossier, &back("误登"), today()));
    assert!(done.project_community.payments.iter().all(|one| one.id != paid.id));
    assert_eq!(done.project_community.money_corrections[0].payment.as_ref(), Some(&paid));
    let again = TakeBackMoney::decide(&done, &back("误登"), today());
    assert_eq!(whys(again), is("id", "unknown_money"));
}

#[test]
fn labour_is_no_cash() {
    let mut dossier = dossier();
    let line = dossier.project_community.lines[0].id.clone();
    let mut labour = dossier.project_community.commitments[0].clone();
    (labour.id, labour.line, labour.funding) = (Uuid::from_u128(90), line, "F04".to_owned());
    labour.valuation_basis = Some("测算表".to_owned());
    (labour.sub_kind, labour.level, labour.provider) = (None, None, provider());
    dossier.project_community.commitments.push(labour);
    let of_labour = ReceiptEntry { funding: "F04".to_owned(), ..receipt(1) };
    let done = receive(&dossier, &of_labour).unwrap();
    assert!(done.warnings.iter().any(|finding| finding.rule == "R-28"), "{:?}", done.warnings);
}
