//! Taking back a receipt or payment that never was.

use super::{
    dossiers_funding::read,
    dossiers_receipts::{receipt, told, write},
};
use anju_domain::{acts::MoneyTakenBack, model::Role};
use anju_tests::server::{Server, on_each_database};
use uuid::Uuid;

const PATH: &str = "money/taken-back";

fn back(id: Uuid, reason: &str) -> MoneyTakenBack {
    MoneyTakenBack { id, reason: reason.to_owned() }
}

#[test]
fn what_is_taken_back_counts_no_more_and_stays_among_the_corrections() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        let one = receipt(&before, 1);
        assert_eq!(write(&office, &before, "PUT", "receipts", "one").json(&one).send().await.status, 200);
        let now = read(&server, &office, "GT-0001").await;
        let answer = write(&office, &now, "POST", PATH, "two").json(&back(one.id, "重复登记")).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = read(&server, &office, "GT-0001").await.project_community;
        assert_eq!(after.receipts, before.project_community.receipts);
        assert_eq!(after.money_corrections[0].reason, "重复登记");
        server.stop().await;
    });
}

#[test]
fn a_receipt_that_payments_rest_on_stays() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let id = dossier.project_community.receipts.iter().find(|one| one.source.funding == "F08").unwrap().id;
        let answer = write(&office, &dossier, "POST", PATH, "one").json(&back(id, "误登")).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!(&*problem.findings[0].rule, "R-25");
        assert!(told(&problem).contains("到位189.00万元，含本次支付280.00万元"), "{}", told(&problem));
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let (id, revision) = (dossier.project_community.payments[0].id, server.revision().await);
        for (number, (request, path, why)) in [
            (back(id, "  "), "reason", "correction_reason"),
            (back(id, &"因".repeat(4_001)), "reason", "too_long"),
            (back(Uuid::from_u128(5), "误登"), "id", "unknown_money"),
            (back(Uuid::nil(), "误登"), "id", "unknown_money"),
        ]
        .into_iter()
        .enumerate()
        {
            let call = write(&office, &dossier, "POST", PATH, &format!("bad-{number}"));
            let answer = call.json(&request).send().await;
            let problem = answer.problem(422, "refused");
            let found = &problem.findings[0];
            assert_eq!((found.path.as_str(), found.params.text("why")), (path, Some(why)), "{}", answer.text());
        }
        let call = write(&office, &dossier, "POST", PATH, "field").text(r#"{"reason":"x"}"#);
        call.send().await.malformed_at(422, "", "missing_field");
        let leader = server.actor(Role::Leader).await;
        let answer = write(&leader, &dossier, "POST", PATH, "no").json(&back(id, "误登")).send().await;
        answer.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
