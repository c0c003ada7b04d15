//! The list of monthly reports as a workbook.

use anju_domain::{
    api::{REPORTS_FILE, ReportList, ReportQuery, ReportShow},
    language::Language,
    lists::reports::table,
    model::Role,
    sample,
};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

const FILE: &str = "月报_2022-10-08.xlsx";

#[test]
fn it_holds_the_rows_of_the_list() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let programme = sample::programme().programme;
        let today = programme.demonstration_date.unwrap();
        for role in [Role::Office, Role::Leader, Role::Auditor, Role::ProjectOwner] {
            let actor = server.actor(role).await;
            let all: ReportList = actor.get("/api/v1/reports/all").await.json();
            let none = ReportQuery::default();
            let sent = ReportQuery { show: ReportShow::Accepted, period: "2022-09".parse().ok(), ..none.clone() };
            let chosen = ReportQuery {
                search: Some("yl".into()),
                filter: Some("progress:≥20;timely:timely".into()),
                sort: Some("-cum_invest".into()),
                hide: Some("code,due".into()),
                ..none.clone()
            };
            let nobody = ReportQuery { search: Some("=1+1".into()), ..none.clone() };
            for (query, asked, rows) in [
                (none, "", 7),
                (sent, "show=accepted&period=2022-09", 1),
                (
                    chosen,
                    "search=yl&filter=progress:%E2%89%A520;timely:timely&sort=-cum_invest&hide=code,due",
                    usize::MAX,
                ),
                (nobody, "search=%3D1%2B1", 0),
            ] {
                let book = sheets(&actor.get(&format!("{REPORTS_FILE}?limit=1&{asked}")).await, FILE);
                let table = table(&all.rows, &query, &programme, today, Language::Zh);
                assert!(rows == usize::MAX || table.rows.len() == rows, "{asked}: {}", table.rows.len());
                book[0].assert_is(&table);
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_sees_no_reports_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Unit).await.get(REPORTS_FILE).await.problem(403, "forbidden");
        server.anonymous().get(REPORTS_FILE).await.problem(401, "unauthenticated");
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("show=x", "show", "bad_value"),
            ("sort=nothing", "sort", "bad_value"),
            ("filter=progress:x", "filter", "bad_value"),
            ("filter=sent:2022", "filter", "bad_value"),
            ("hide=x", "hide", "bad_value"),
            ("order=name", "order", "unknown_field"),
        ] {
            office.get(&format!("{REPORTS_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
