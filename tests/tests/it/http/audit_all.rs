//! The lines of the audit log, for a browser that searches, filters and sorts by itself.

use anju_domain::{
    api::{AuditLine, AuditList, AuditPage},
    lists::audit::with_readings,
    model::Role,
};
use anju_server::pinyin::readings;
use anju_tests::server::{Server, on_each_database};

const PATH: &str = "/api/v1/audit/all";

#[test]
fn a_line_is_that_of_its_entry() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let auditor = server.actor(Role::Auditor).await;
        let list: AuditList = auditor.get(PATH).await.json();
        let page: AuditPage = auditor.get("/api/v1/audit?limit=200").await.json();
        assert!(!list.more && !list.lines.is_empty());
        let lines: Vec<_> = page.entries.iter().map(|entry| with_readings(AuditLine::of(entry), &readings)).collect();
        assert_eq!(list.lines, lines);
        let older: AuditList = auditor.get(&format!("{PATH}?before=2")).await.json();
        assert_eq!(older.lines, lines[lines.len() - 1..]);
        server.stop().await;
    });
}

#[test]
fn who_reads_no_log_has_no_list_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Office).await.get(PATH).await.problem(403, "forbidden");
        server.anonymous().get(PATH).await.problem(401, "unauthenticated");
        let security = server.actor(Role::SecurityAdministrator).await;
        security.get(&format!("{PATH}?before=x")).await.malformed_at(400, "before", "bad_value");
        server.stop().await;
    });
}
