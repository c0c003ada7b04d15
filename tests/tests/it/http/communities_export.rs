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
            let none = CommunityQuery::default();
            let year = CommunityQuery { year: Some(2022), ..none.clone() };
            let search = CommunityQuery { search: Some("GT-0002".into()), ..none.clone() };
            let nobody = CommunityQuery { search: Some("=1+1".into()), ..none.clone() };
            for (query, filter, rows) in [
                (none, "", 4),
                (year, "year=2022", usize::MAX),
                (search, "search=GT-0002", 1),
                (nobody, "search=%3D1%2B1", 0),
            ] {
                let page: CommunityPage = actor.get(&format!("/api/v1/communities?{filter}")).await.json();
                assert!(rows == usize::MAX || page.rows.len() == rows, "{filter}");
                let answer = actor.get(&format!("{COMMUNITIES_FILE}?limit=1&{filter}")).await;
                let book = sheets(&answer, FILE);
                book[0].assert_is(&table(&page, &query, &programme, today, Language::Zh));
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
        for (query, path, why) in [("stage=x", "stage", "bad_value"), ("sort=name", "sort", "unknown_field")] {
            office.get(&format!("{COMMUNITIES_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
