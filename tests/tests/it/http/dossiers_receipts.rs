//! Entering what has arrived (资金到位), and correcting it.

use super::dossiers_funding::read;
use anju_domain::{
    acts::{PaymentEntry, ReceiptEntry},
    api::{Problem, Saved},
    exact::Money,
    language::Language,
    model::{Dossier, Role},
    rules,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

/// Central money that arrives for the first sample.
pub(super) fn receipt(dossier: &Dossier, number: i64) -> ReceiptEntry {
    let commitments = &dossier.project_community.commitments;
    let source = commitments.iter().find(|one| one.funding == "F08").unwrap().source();
    ReceiptEntry {
        id: new_id(1_665_187_200_000 + number),
        funding: source.funding,
        sub_kind: source.sub_kind,
        level: source.level,
        provider: source.provider,
        date: "2022-10-01".parse().unwrap(),
        amount: Money::from_wan_hundredths(100),
        doc_no: "甘财建〔2022〕9号".to_owned(),
        voucher: format!("记-{number}"),
        reason: String::new(),
    }
}

/// A payment from it. 98.00 万元 of the source is left.
pub(super) fn payment(dossier: &Dossier, number: i64, hundredths: i64) -> PaymentEntry {
    let commitments = &dossier.project_community.commitments;
    let first = commitments.iter().find(|one| one.funding == "F08").unwrap();
    let source = first.source();
    PaymentEntry {
        id: new_id(1_665_187_300_000 + number),
        funding: source.funding,
        sub_kind: source.sub_kind,
        level: source.level,
        provider: source.provider,
        line: first.line.clone(),
        date: "2022-10-02".parse().unwrap(),
        amount: Money::from_wan_hundredths(hundredths),
        doc_no: String::new(),
        voucher: format!("付-{number}"),
        payee: "样例施工单位".to_owned(),
        purpose: "工程进度款".to_owned(),
        reason: String::new(),
    }
}

/// A write on the money of a dossier.
pub(super) fn write(actor: &Actor, dossier: &Dossier, method: &str, what: &str, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call(method, &format!("/api/v1/dossiers/{}/{what}", entry.id)).write(entry.version, key)
}

/// What the first finding of a refusal says.
pub(super) fn told(problem: &Problem) -> String {
    rules::message(&problem.findings[0], Language::Zh)
}

/// The body with one field changed.
pub(super) fn changed(value: &impl serde::Serialize, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::to_value(value).unwrap();
    change(&mut value);
    value.to_string()
}

#[test]
fn a_receipt_is_entered_read_back_and_corrected_with_a_reason() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        let one = receipt(&before, 1);
        let answer = write(&office, &before, "PUT", "receipts", "one").json(&one).send().await;
        let saved: Saved = answer.json();
        assert_eq!(saved.version, before.project_community.version + 1, "{}", answer.text());
        let after = read(&server, &office, "GT-0001").await;
        assert_eq!(after.project_community.receipts.len(), before.project_community.receipts.len() + 1);

        let right = ReceiptEntry { amount: Money::from_wan_hundredths(99), ..one.clone() };
        let answer = write(&office, &after, "PUT", "receipts", "two").json(&right).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("correction_reason"), "{}", answer.text());
        let right = ReceiptEntry { reason: "金额笔误".to_owned(), ..right };
        assert_eq!(write(&office, &after, "PUT", "receipts", "three").json(&right).send().await.status, 200);
        let after = read(&server, &office, "GT-0001").await.project_community;
        assert_eq!(after.receipts.last().unwrap().amount, Money::from_wan_hundredths(99));
        assert_eq!(after.money_corrections.len(), 1);
        server.stop().await;
    });
}

#[test]
fn the_same_voucher_twice_is_refused_with_the_first_one() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        let one = receipt(&before, 1);
        assert_eq!(write(&office, &before, "PUT", "receipts", "one").json(&one).send().await.status, 200);
        let after = read(&server, &office, "GT-0001").await;
        let twice = ReceiptEntry { id: new_id(1_665_187_200_900), ..one };
        let answer = write(&office, &after, "PUT", "receipts", "two").json(&twice).send().await;
        let problem = answer.problem(422, "refused");
        let found = &problem.findings[0];
        assert_eq!((found.path.as_str(), found.params.text("why")), ("voucher", Some("repeated_voucher")));
        assert_eq!(told(&problem), "凭证记-1已登记过：2022年10月1日，1.00万元");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let (one, revision) = (receipt(&dossier, 1), server.revision().await);
        let unreadable = [
            (changed(&one, |one| one["colour"] = json!("red")), "colour", "unknown_field"),
            (changed(&one, |one| one["amount"] = json!(1.5)), "amount", "wrong_type"),
            (changed(&one, |one| one["amount"] = json!(9_223_372_036_854_775_808_u64)), "amount", "bad_value"),
            (changed(&one, |one| one["date"] = json!("2022-02-30")), "date", "bad_value"),
            (changed(&one, |one| one["level"] = json!("乡")), "level", "bad_value"),
            (changed(&one, |one| drop(one.as_object_mut().unwrap().remove("date"))), "", "missing_field"),
        ];
        for (number, (body, path, why)) in unreadable.iter().enumerate() {
            let call = write(&office, &dossier, "PUT", "receipts", &format!("unreadable-{number}"));
            call.text(body).send().await.malformed_at(422, path, why);
        }
        let refused = [
            (changed(&one, |one| one["amount"] = json!(0)), "amount", "not_above_zero"),
            (changed(&one, |one| one["amount"] = json!(-1)), "amount", "not_above_zero"),
            (changed(&one, |one| one["amount"] = json!(i64::MAX)), "amount", "too_large"),
            (changed(&one, |one| one["funding"] = json!("F99")), "funding", "unknown_funding"),
            (changed(&one, |one| one["date"] = json!("2022-10-09")), "date", "day_to_come"),
            (changed(&one, |one| one["date"] = json!("2019-12-31")), "date", "before_programme"),
            (
                changed(&one, |one| (one["doc_no"], one["voucher"]) = (json!(" "), json!(""))),
                "doc_no",
                "paper_required",
            ),
        ];
        for (number, (body, path, why)) in refused.iter().enumerate() {
            let call = write(&office, &dossier, "PUT", "receipts", &format!("refused-{number}"));
            let answer = call.text(body).send().await;
            let problem = answer.problem(422, "refused");
            let finding = problem.findings.iter().find(|found| found.path == *path);
            assert_eq!(finding.and_then(|found| found.params.text("why")), Some(*why), "{}", answer.text());
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn a_stale_version_is_refused_and_who_reads_writes_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        assert_eq!(
            write(&office, &before, "PUT", "receipts", "one").json(&receipt(&before, 1)).send().await.status,
            200
        );
        let stale = write(&office, &before, "PUT", "receipts", "two").json(&receipt(&before, 2)).send().await;
        assert_eq!(stale.problem(409, "stale_version").version, Some(before.project_community.version + 1));
        for role in [Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            assert!(!read(&server, &actor, "GT-0001").await.project_community.receipts.is_empty());
            let answer = write(&actor, &before, "PUT", "receipts", "x").json(&receipt(&before, 3)).send().await;
            answer.problem(403, "forbidden");
        }
        server.stop().await;
    });
}
