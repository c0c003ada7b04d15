//! Importing what was checked: all, or the rows without faults; recorded once; the same file again changes nothing.

use super::imports_bring::{CHANGED, FAULTY, bring, id};
use anju_domain::{
    api::{AuditPage, ImportView, Imported},
    model::Role,
};
use anju_tests::{
    actor::{Actor, Answer},
    server::{Server, on_each_database},
};
use uuid::Uuid;

async fn commit(actor: &Actor, id: Uuid, version: i64, key: &str, good_rows_only: bool) -> Answer {
    let path = format!("/api/v1/imports/{id}/commit");
    let body = serde_json::json!({ "good_rows_only": good_rows_only });
    actor.call("POST", &path).write(version, key).json(&body).send().await
}

async fn entries(server: &Server) -> Vec<serde_json::Value> {
    let log: AuditPage = server.actor(Role::Auditor).await.get("/api/v1/audit?act=import_workbook").await.json();
    log.entries.into_iter().map(|entry| entry.after).collect()
}

#[test]
fn it_is_stored_once_with_the_digest_of_the_file_and_its_rows() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let id = id();
        let view: ImportView = bring(&office, id, CHANGED.as_bytes()).await.json();
        let done: Imported = commit(&office, id, view.revision, "one", false).await.json();
        assert_eq!((done.changed, done.new, done.left_out), (1, 0, 0));
        let log = entries(&server).await;
        assert_eq!(log.len(), 1);
        assert_eq!(log[0]["sha256"], view.sha256.as_str());
        assert_eq!(log[0]["rows"]["楼栋"][0][2][0], serde_json::json!(["户数", "36", "40"]));
        // Whoever got no answer sends the same once more: it is answered, and nothing is done twice.
        let once_more: Imported = commit(&office, id, view.revision, "one", false).await.json();
        assert_eq!((once_more.changed, once_more.revision), (1, done.revision));
        commit(&office, id, view.revision, "other", false).await.problem(409, "stale_version");
        // The same file again changes nothing, says so and leaves no entry.
        let again: ImportView = bring(&office, id, CHANGED.as_bytes()).await.json();
        assert!(again.changes_nothing);
        let done: Imported = commit(&office, id, again.revision, "two", false).await.json();
        assert_eq!((done.changed, done.unchanged), (0, 1));
        assert_eq!(entries(&server).await.len(), 1);
        server.stop().await;
    });
}

#[test]
fn all_or_nothing_or_the_rows_without_faults() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let id = id();
        let view: ImportView = bring(&office, id, FAULTY.as_bytes()).await.json();
        commit(&office, id, view.revision, "all", false).await.problem(422, "refused");
        assert_eq!(entries(&server).await.len(), 0);
        let done: Imported = commit(&office, id, view.revision, "good", true).await.json();
        assert_eq!((done.changed, done.left_out), (1, 2));
        server.stop().await;
    });
}

#[test]
fn what_was_not_checked_or_no_longer_stands_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        commit(&office, id(), 0, "none", false).await.problem(404, "not_found");
        let (first, second) = (id(), id());
        let view: ImportView = bring(&office, first, CHANGED.as_bytes()).await.json();
        commit(&office, first, view.revision + 1, "other", false).await.problem(409, "stale_version");
        // Two imports that were checked at once: the second no longer finds what it has seen.
        let other: ImportView = bring(&office, second, CHANGED.as_bytes()).await.json();
        let done: Imported = commit(&office, first, view.revision, "first", false).await.json();
        assert_eq!(done.changed, 1);
        commit(&office, second, other.revision, "second", false).await.problem(409, "stale_version");
        server.stop().await;
    });
}
