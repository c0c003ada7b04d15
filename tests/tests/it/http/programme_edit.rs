//! Changing the terms of the programme by a paper.

use anju_domain::{
    acts::ProgrammeTerms,
    model::{Programme, Role},
};
use anju_tests::{
    actor::{Actor, Call},
    programme::PATH,
    server::{Server, on_each_database},
};
use chrono::NaiveDate;
use serde_json::{Value, json};

async fn terms(actor: &Actor) -> Value {
    let programme: Programme = actor.get(PATH).await.json();
    let today = NaiveDate::from_ymd_opt(2022, 10, 8).expect("a date");
    serde_json::to_value(ProgrammeTerms::of(&programme, today)).expect("terms are written")
}

fn edit(actor: &Actor, terms: &Value, version: i64) -> Call {
    actor
        .call("PUT", PATH)
        .write(version, &format!("edit-{version}-{}", terms.to_string().len()))
        .json(&json!({ "terms": terms }))
}

#[test]
fn a_paper_changes_targets_and_the_head_of_every_page_follows() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let mut terms = terms(&office).await;
        terms["targets"]["communities"] = json!(30);
        edit(&office, &terms, 1).send().await.refused_at("terms/basis", "paper_missing");
        terms["basis"] = json!("样例〔2022〕9号");
        terms["name"] = json!("高台县改造规划（修订）");
        let call = office.call("PUT", PATH).write(1, "changed").json(&json!({ "terms": terms }));
        let answer = call.send().await;
        assert_eq!((answer.status, answer.header("etag")), (200, Some("\"2\"")), "{}", answer.text());
        let session = office.get("/api/v1/session").await.value();
        assert_eq!(session["programme"]["name"], "高台县改造规划（修订）");
        let chart = office.get("/api/v1/indicators/L-01").await.text();
        assert!(chart.contains("30"), "{chart}");
        assert!(server.storage.verify().await.unwrap().faults.is_empty());
        server.stop().await;
    });
}

#[test]
fn a_stale_version_and_what_stays_are_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let mut terms = terms(&office).await;
        edit(&office, &terms, 7).send().await.problem(409, "stale_version");
        terms["year_from"] = json!(2020);
        edit(&office, &terms, 1).send().await.refused_at("terms/year_from", "fixed_at_the_start");
        let call = office.call("PUT", PATH).header("idempotency-key", "k").json(&json!({ "terms": terms }));
        call.send().await.problem(428, "malformed");
        assert_eq!(server.storage.programme(server.programme).await.unwrap().version, 1);
        server.stop().await;
    });
}
