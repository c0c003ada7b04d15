//! What has happened although a gate refuses it (据实登记).

use super::{dossiers_consent_rounds::refused_at, dossiers_funding::read};
use anju_domain::{
    model::{Dossier, Role},
    policy::stages::Stage,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) fn record(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("POST", &format!("/api/v1/dossiers/{}/facts", entry.id)).write(entry.version, key)
}

pub(super) fn begun() -> Value {
    json!({
        "gate": "G2", "date": "2022-10-06", "reason": "已进场施工", "doc": "样例〔2022〕7号", "person": "项目经理",
        "due": "2022-11-08",
    })
}

#[test]
fn works_that_have_begun_are_recorded_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        let answer = record(&office, &dossier, "fact").json(&begun()).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = read(&server, &office, "GT-0003").await;
        let entry = &after.project_community;
        assert_eq!((entry.stage, entry.fact_records.len()), (Stage::NewStart, 1));
        assert!(!entry.fact_records[0].open_findings.is_empty());
        record(&office, &dossier, "stale").json(&begun()).send().await.problem(409, "stale_version");
        record(&office, &after, "again").json(&begun()).send().await.problem(422, "refused");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        let revision = server.revision().await;
        for (field, value, path, why) in [
            ("gate", json!("G4"), "gate", "no_fact_at_this_gate"),
            ("gate", json!("G9"), "gate", "bad_value"),
            ("date", json!("2022-10-09"), "date", "day_to_come"),
            ("due", json!("2022-10-07"), "due", "day_passed"),
            ("reason", json!(" "), "reason", "missing_field"),
            ("person", json!(""), "person", "missing_field"),
            ("doc", json!(7), "doc", "wrong_type"),
            ("stage", json!("在建"), "stage", "unknown_field"),
        ] {
            let mut body = begun();
            body[field] = value;
            refused_at(&record(&office, &dossier, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
