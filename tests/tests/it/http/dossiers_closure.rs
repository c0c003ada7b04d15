//! Closing what a recorded fact left open (手续补办).

use super::{
    dossiers_consent_rounds::refused_at,
    dossiers_fact::{begun, record},
    dossiers_funding::read,
};
use anju_domain::model::{Dossier, Role};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

fn close(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("POST", &format!("/api/v1/dossiers/{}/closures", entry.id)).write(entry.version, key)
}

fn closure(finding: usize) -> Value {
    json!({ "record": 0, "finding": finding, "reason": "无法补正", "doc": "县住建局说明" })
}

#[test]
fn what_is_open_is_closed_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        refused_at(&close(&office, &dossier, "none").json(&closure(0)).send().await, "finding", "unknown_finding");
        assert_eq!(record(&office, &dossier, "fact").json(&begun()).send().await.status, 200);
        let open = read(&server, &office, "GT-0003").await;
        let answer = close(&office, &open, "close").json(&closure(0)).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let closed = read(&server, &office, "GT-0003").await;
        let finding = &closed.project_community.fact_records[0].open_findings[0];
        assert_eq!(finding.closed.as_ref().map(|closure| closure.doc.as_str()), Some("县住建局说明"));
        refused_at(&close(&office, &closed, "twice").json(&closure(0)).send().await, "finding", "already_closed");
        close(&office, &open, "stale").json(&closure(1)).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        assert_eq!(record(&office, &dossier, "fact").json(&begun()).send().await.status, 200);
        let open = read(&server, &office, "GT-0003").await;
        let revision = server.revision().await;
        for (field, value, path, why) in [
            ("reason", json!(" "), "reason", "missing_field"),
            ("doc", json!(""), "doc", "missing_field"),
            ("doc", json!("文".repeat(4001)), "doc", "too_long"),
            ("finding", json!(1000), "finding", "unknown_finding"),
            ("record", json!(-1), "record", "bad_value"),
            ("all", json!(true), "all", "unknown_field"),
        ] {
            let mut body = closure(0);
            body[field] = value;
            refused_at(&close(&office, &open, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
