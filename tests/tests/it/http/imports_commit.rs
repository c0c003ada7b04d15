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
        commit(&office, id, view.revision, "other", false).await.problem(409, "stale_import");
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
        let first = id();
        let view: ImportView = bring(&office, first, CHANGED.as_bytes()).await.json();
        commit(&office, first, view.revision + 1, "other", false).await.problem(409, "stale_import");
        server.stop().await;
    });
}

/// The same building with other households, and another building.
const OTHERWISE: &str = "小区编码,楼栋号,户数,建筑面积\nGT-0001,1#,41,3300\n";
const ELSEWHERE: &str = "小区编码,楼栋号,户数,建筑面积\nGT-0001,2#,41,3300\n";

#[test]
fn of_two_that_were_checked_at_once_one_is_imported_and_the_other_checked_again() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let (first, second, third) = (id(), id(), id());
        let view: ImportView = bring(&office, first, CHANGED.as_bytes()).await.json();
        let other: ImportView = bring(&office, second, OTHERWISE.as_bytes()).await.json();
        let apart: ImportView = bring(&office, third, ELSEWHERE.as_bytes()).await.json();
        let done: Imported = commit(&office, first, view.revision, "first", false).await.json();
        assert_eq!(done.changed, 1);
        let refused = commit(&office, second, other.revision, "second", false).await;
        let problem = refused.problem(409, "stale_import");
        assert!(problem.detail.contains("请重新检查"), "{problem:?}");
        assert_eq!((problem.version, entries(&server).await.len()), (Some(done.revision), 1));
        // What the other one changed is none of this file: what was seen is still what is imported.
        let done: Imported = commit(&office, third, apart.revision, "third", false).await.json();
        assert_eq!((done.changed, entries(&server).await.len()), (1, 2));
        // Looked at again, it tells the difference that it makes now.
        let again: ImportView = bring(&office, second, OTHERWISE.as_bytes()).await.json();
        assert_eq!(again.changes[0].fields, [("户数".to_owned(), "40".to_owned(), "41".to_owned())]);
        let done: Imported = commit(&office, second, again.revision, "again", false).await.json();
        assert_eq!(done.changed, 1);
        server.stop().await;
    });
}

#[test]
fn two_that_are_imported_at_once_never_mix() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for round in 0..3 {
            let content = |no: &str| format!("小区编码,楼栋号,户数,建筑面积\nGT-0001,{no},{},3300\n", 50 + round);
            let (a, b) = (content("1#"), content("1#").replace(",3300", ",3301"));
            let (first, second) = (id(), id());
            let one: ImportView = bring(&office, first, a.as_bytes()).await.json();
            let two: ImportView = bring(&office, second, b.as_bytes()).await.json();
            let before = entries(&server).await.len();
            let (left, right) = (format!("left-{round}"), format!("right-{round}"));
            let (left, right) = tokio::join!(
                commit(&office, first, one.revision, &left, false),
                commit(&office, second, two.revision, &right, false)
            );
            let mut statuses = [left.status, right.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 409], "{} {}", left.text(), right.text());
            assert_eq!(entries(&server).await.len(), before + 1);
        }
        server.stop().await;
    });
}
