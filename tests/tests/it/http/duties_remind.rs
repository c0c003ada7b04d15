//! Recording that units were reminded (催办).

use anju_domain::{api::AuditPage, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{read, returned},
};
use serde_json::json;

const PATH: &str = "/api/v1/duties/reminders";

#[test]
fn a_reminder_is_recorded_once_and_changes_no_task() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let task = returned(&office).await;
        let remind = || {
            let call = office.call("POST", PATH).header("idempotency-key", "remind");
            call.json(&json!({ "tasks": [task.id] }))
        };
        for _ in 0..2 {
            assert_eq!(remind().send().await.status, 200);
        }
        let log: AuditPage = server.actor(Role::Auditor).await.get("/api/v1/audit").await.json();
        let count = log.entries.iter().filter(|entry| entry.act == "remind_duties").count();
        assert_eq!(count, 1);
        assert_eq!(read(&office, task.id).await.task.version, task.version);
        server.stop().await;
    });
}

#[test]
fn a_reminder_names_tasks() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let call = |body| office.call("POST", PATH).header("idempotency-key", "k").json(&body);
        call(json!({ "tasks": [] })).send().await.problem(422, "refused");
        call(json!({ "tasks": ["1"] })).send().await.malformed_at(422, "tasks/0", "bad_value");
        call(json!({ "tasks": [], "text": "x" })).send().await.malformed_at(422, "text", "unknown_field");
        office.get(PATH).await.problem(405, "method_not_allowed");
        server.stop().await;
    });
}
