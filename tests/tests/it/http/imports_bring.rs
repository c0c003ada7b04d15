//! Bringing a workbook: what it would change, and nothing stored.

use anju_domain::{
    api::{ImportView, WORKBOOK_FILE},
    model::Role,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Answer},
    server::{Server, on_each_database},
};
use uuid::Uuid;

/// A table of buildings: one as it is but for its households, one that can't be read.
pub(crate) const CHANGED: &str = "小区编码,楼栋号,户数,建筑面积\nGT-0001,1#,40户,\"3,300㎡\"\n";
/// The same with a faulty row.
pub(crate) const FAULTY: &str =
    "小区编码,楼栋号,户数,建筑面积\nGT-0001,1#,40户,3300\nGT-0001,2#,三十,3300\nGT-9999,1#,36,3300\n";

pub(crate) fn id() -> Uuid {
    new_id(1_665_187_200_000)
}

/// 楼栋.csv
const NAME: &str = "%E6%A5%BC%E6%A0%8B.csv";

pub(crate) async fn bring(actor: &Actor, id: Uuid, content: &[u8]) -> Answer {
    let path = format!("/api/v1/imports/{id}?name={NAME}");
    actor.call("PUT", &path).header("content-type", "application/octet-stream").bytes(content).send().await
}

#[test]
fn what_would_change_is_told_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let revision = server.revision().await;
        let gbk: Vec<u8> = CHANGED.as_bytes().to_vec();
        let view: ImportView = bring(&office, id(), &gbk).await.json();
        assert_eq!((view.fault_count, view.change_count, view.changes_nothing), (0, 1, false), "{view:?}");
        assert_eq!(view.changes[0].fields, [("户数".to_owned(), "36".to_owned(), "40".to_owned())]);
        assert_eq!((view.file.as_str(), view.sheets[0].changed, view.revision), ("楼栋.csv", 1, revision));
        assert_eq!(server.revision().await, revision);
        server.stop().await;
    });
}

#[test]
fn every_fault_has_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let view: ImportView = bring(&office, id(), FAULTY.as_bytes()).await.json();
        let places: Vec<_> = view.faults.iter().map(|fault| (fault.row, fault.column.as_str())).collect();
        assert_eq!(places, [(3, "C"), (4, "A")], "{:?}", view.faults);
        assert!(view.faults.iter().all(|fault| !fault.reason.is_empty() && !fault.suggestion.is_empty()));
        server.stop().await;
    });
}

#[test]
fn own_exports_change_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let file = office.get(WORKBOOK_FILE).await;
        let view: ImportView = bring(&office, id(), &file.body).await.json();
        assert!(view.changes_nothing && view.fault_count == 0 && view.sheets.len() == 10, "{:?}", view.faults);
        server.stop().await;
    });
}

#[test]
fn what_is_no_table_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (content, code) in [
            (b"".as_slice(), "empty_file"),
            (b"%PDF-1.7\x00\x01", "not_a_workbook"),
            (b"PK\x03\x04 nothing", "not_a_workbook"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_format"),
        ] {
            bring(&office, id(), content).await.problem(422, code);
        }
        server.stop().await;
    });
}
