//! Entering what was paid (资金支付, gate G3).

use super::{
    dossiers_funding::read,
    dossiers_receipts::{changed, payment, told, write},
};
use anju_domain::{
    acts::{PaymentEntry, payment_findings},
    exact::Money,
    model::{Disbursement, Role},
};
use anju_server::first_accounts::new_id;
use anju_tests::server::{Server, on_each_database};
use chrono::NaiveDate;
use serde_json::json;

#[test]
fn what_has_arrived_may_be_paid_and_not_a_fen_more() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let revision = server.revision().await;
        let mut above = payment(&dossier, 1, 9_800);
        above.amount = above.amount.plus(Money::from_fen(1));
        let answer = write(&office, &dossier, "PUT", "payments", "above").json(&above).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!(&*problem.findings[0].rule, "R-25");
        assert!(told(&problem).contains("到位378.00万元，含本次支付378.000001万元"), "{}", told(&problem));
        // Byte for byte what the browser says while it is typed.
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        let own = serde_json::to_string(&payment_findings(&dossier, &Disbursement::from(&above), today)).unwrap();
        assert!(answer.text().contains(&own), "{}\n{own}", answer.text());
        assert_eq!(server.revision().await, revision, "nothing was stored");
        let all = payment(&dossier, 2, 9_800);
        assert_eq!(write(&office, &dossier, "PUT", "payments", "all").json(&all).send().await.status, 200);
        let after = read(&server, &office, "GT-0001").await;
        assert_eq!(after.project_community.payments.len(), dossier.project_community.payments.len() + 1);
        server.stop().await;
    });
}

#[test]
fn what_is_open_at_the_gate_stops_a_payment() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        // SB is in reserve: permit, supervision and contract are not there.
        let dossier = read(&server, &office, "GT-0002").await;
        let answer = write(&office, &dossier, "PUT", "payments", "early").json(&payment(&dossier, 1, 1)).send().await;
        let problem = answer.problem(422, "refused");
        let rules: Vec<&str> = problem.findings.iter().map(|found| &*found.rule).collect();
        assert!(rules.contains(&"R-25") && rules.contains(&"R-38"), "{rules:?}");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let (one, revision) = (payment(&dossier, 1, 1), server.revision().await);
        let of_a_receipt = json!(dossier.project_community.receipts[0].id);
        let refused = [
            (changed(&one, |one| one["amount"] = json!(0)), "amount", "not_above_zero"),
            (changed(&one, |one| one["amount"] = json!(-100)), "amount", "not_above_zero"),
            (changed(&one, |one| one["amount"] = json!(i64::MAX)), "amount", "too_large"),
            (changed(&one, |one| one["line"] = json!("nowhere")), "line", "unknown_line"),
            (changed(&one, |one| one["date"] = json!("2022-10-09")), "date", "day_to_come"),
            (changed(&one, |one| one["date"] = json!("0202-10-02")), "date", "before_programme"),
            (changed(&one, |one| one["voucher"] = json!("")), "doc_no", "paper_required"),
            (changed(&one, |one| one["payee"] = json!("甲".repeat(4_001))), "payee", "too_long"),
            (changed(&one, |one| one["id"] = of_a_receipt.clone()), "id", "repeated_id"),
        ];
        for (number, (body, path, why)) in refused.iter().enumerate() {
            let call = write(&office, &dossier, "PUT", "payments", &format!("refused-{number}"));
            let answer = call.text(body).send().await;
            let problem = answer.problem(422, "refused");
            let finding = problem.findings.iter().find(|found| found.path == *path);
            assert_eq!(finding.and_then(|found| found.params.text("why")), Some(*why), "{}", answer.text());
        }
        let call = write(&office, &dossier, "PUT", "payments", "type");
        let body = changed(&one, |one| one["amount"] = json!("1.00"));
        call.text(&body).send().await.malformed_at(422, "amount", "wrong_type");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn one_voucher_pays_a_line_once_and_of_two_at_once_one_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let one = payment(&dossier, 1, 1);
        let first = write(&office, &dossier, "PUT", "payments", "one").json(&one);
        let second = PaymentEntry { id: new_id(1_665_187_300_900), ..one.clone() };
        let second = write(&office, &dossier, "PUT", "payments", "two").json(&second);
        let (first, second) = tokio::join!(first.send(), second.send());
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "{} {}", first.text(), second.text());
        let after = read(&server, &office, "GT-0001").await;
        let again = PaymentEntry { id: new_id(1_665_187_300_901), ..one };
        let problem =
            write(&office, &after, "PUT", "payments", "three").json(&again).send().await.problem(422, "refused");
        assert_eq!(told(&problem), "凭证付-1已登记过：2022年10月2日，0.01万元");
        server.stop().await;
    });
}
