//! The list of communities as a workbook.

use anju_domain::{
    api::{COMMUNITIES_FILE, CommunityPage, CommunityQuery},
    language::Language,
    lists::communities::table,
    model::Role,
    sample,
};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

const FILE: &str = "小区_2022-10-08.xlsx";

#[test]
fn it_holds_the_rows_of_the_list() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let programme = sample::programme().programme;
        let today = programme.demonstration_date.unwrap();
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let all: CommunityPage = actor.get("/api/v1/communities/all").await.json();
            let none = CommunityQuery::default();
            let year = CommunityQuery { year: Some(2022), ..none.clone() };
            let search = CommunityQuery { search: Some("GT-0002".into()), ..none.clone() };
            let chosen = CommunityQuery {
                search: Some("yl".into()),
                filter: Some("households:≥50;owner:县住建局".into()),
                sort: Some("-area".into()),
                hide: Some("code,manager".into()),
                ..none.clone()
            };
            let nobody = CommunityQuery { search: Some("=1+1".into()), ..none.clone() };
            for (query, filter, rows) in [
                (none, "", 4),
                (year, "year=2022", usize::MAX),
                (search, "search=GT-0002", 1),
                (
                    chosen,
                    "search=yl&filter=households:%E2%89%A550;owner:%E5%8E%BF%E4%BD%8F%E5%BB%BA%E5%B1%80&sort=-area&hide=code,manager",
                    usize::MAX,
                ),
                (nobody, "search=%3D1%2B1", 0),
            ] {
                let page: CommunityPage = actor.get(&format!("/api/v1/communities?{filter}")).await.json();
                assert!(rows == usize::MAX || page.rows.len() == rows, "{filter}");
                let answer = actor.get(&format!("{COMMUNITIES_FILE}?limit=1&{filter}")).await;
                let book = sheets(&answer, FILE);
                let table = table(&all.rows, &query, &programme, today, Language::Zh);
                assert_eq!(table.rows.len(), page.rows.len());
                book[0].assert_is(&table);
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_reads_no_ledgers_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Unit).await.get(COMMUNITIES_FILE).await.problem(403, "forbidden");
        server.anonymous().get(COMMUNITIES_FILE).await.problem(401, "unauthenticated");
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("stage=x", "stage", "bad_value"),
            ("sort=nothing", "sort", "bad_value"),
            ("filter=area:x", "filter", "bad_value"),
            ("hide=x", "hide", "bad_value"),
            ("order=name", "order", "unknown_field"),
        ] {
            office.get(&format!("{COMMUNITIES_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
