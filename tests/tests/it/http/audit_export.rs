//! The audit log as a workbook.

use anju_domain::{
    api::{AUDIT_FILE, AuditPage, AuditQuery},
    language::Language,
    lists::audit::table,
    model::Role,
    sample,
};
use anju_server::pinyin::readings;
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{call, entry, returned},
    workbook::sheets,
};
use calamine::Data;

const FILE: &str = "操作日志_2022-10-08.xlsx";

#[test]
fn it_holds_every_entry_and_what_was_reported_stays_text() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let typed = ["=cmd|'/c calc'!A1", "+86", "-1", "@x", "\t=1", "\r=1"];
        for (number, report) in typed.iter().enumerate() {
            let task = returned(&unit).await;
            let saved = call(&unit, &task, "", &format!("save-{number}")).json(&entry(report, &[])).send().await;
            assert_eq!(saved.status, 200, "{}", saved.text());
        }
        let auditor = server.actor(Role::Auditor).await;
        let programme = sample::programme().programme;
        let today = programme.demonstration_date.unwrap();
        for (query, filter) in [
            (AuditQuery::default(), ""),
            (
                AuditQuery {
                    search: Some("lxzbgs".into()),
                    filter: Some("warnings:0;when:2022-10".into()),
                    sort: Some("number".into()),
                    hide: Some("user".into()),
                    ..AuditQuery::default()
                },
                "search=lxzbgs&filter=warnings:0;when:2022-10&sort=number&hide=user",
            ),
            (AuditQuery { before: Some(2), ..AuditQuery::default() }, "before=2"),
            (AuditQuery { act: Some("none".into()), ..AuditQuery::default() }, "act=none"),
        ] {
            let before = query.before.map_or_else(String::new, |before| format!("&before={before}"));
            let page: AuditPage = auditor.get(&format!("/api/v1/audit?limit=200{before}")).await.json();
            assert!(!page.more);
            let book = sheets(&auditor.get(&format!("{AUDIT_FILE}?limit=1&{filter}")).await, FILE);
            book[0].assert_is(&table(&page.entries, &query, &programme, today, Language::Zh, &readings));
        }
        let book = sheets(&auditor.get(AUDIT_FILE).await, FILE);
        let after: Vec<&Data> = book[0].rows.iter().filter_map(|row| row.get(9)).collect();
        for report in &typed[..4] {
            assert!(after.contains(&&Data::String((*report).to_owned())), "{report:?}: {after:?}");
        }
        server.stop().await;
    });
}

#[test]
fn who_reads_no_log_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Office).await.get(AUDIT_FILE).await.problem(403, "forbidden");
        server.anonymous().get(AUDIT_FILE).await.problem(401, "unauthenticated");
        let security = server.actor(Role::SecurityAdministrator).await;
        for (query, path, why) in [
            ("before=x", "before", "bad_value"),
            ("filter=x:1", "filter", "bad_value"),
            ("sort=x", "sort", "bad_value"),
            ("user=a", "user", "unknown_field"),
        ] {
            security.get(&format!("{AUDIT_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
