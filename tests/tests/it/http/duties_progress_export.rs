//! 职责落实情况 as a workbook: the table, and the heat map.

use anju_domain::{
    api::DUTY_STANDING_FILE, indicators::ProgrammeFacts, language::Language, lists::duty_standing::tables, model::Role,
};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

const FILE: &str = "成员单位职责落实情况_2022-10-08.xlsx";

#[test]
fn it_holds_the_figures_of_the_page_in_the_order_that_was_chosen() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor, Role::Unit, Role::Town] {
            let actor = server.actor(role).await;
            let facts: ProgrammeFacts = actor.get("/api/v1/facts").await.json();
            for (query, year, sort) in [("", None, ""), ("sort=-due&year=2021", Some(2021), "-due")] {
                let book = sheets(&actor.get(&format!("{DUTY_STANDING_FILE}?{query}")).await, FILE);
                let tables = tables(&facts, year, sort, Language::Zh);
                assert_eq!(book.len(), tables.len());
                for (sheet, table) in book.iter().zip(&tables) {
                    sheet.assert_is(table);
                }
                assert_eq!([&*book[0].name, &*book[1].name], ["成员单位职责落实情况", "各单位逐月完成情况"]);
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_does_not_see_the_page_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::ProjectOwner).await.get(DUTY_STANDING_FILE).await.problem(403, "forbidden");
        server.anonymous().get(DUTY_STANDING_FILE).await.problem(401, "unauthenticated");
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("sort=colour", "sort", "bad_value"),
            ("year=x", "year", "bad_value"),
            ("unit=11", "unit", "unknown_field"),
        ] {
            office.get(&format!("{DUTY_STANDING_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        let far = office.get(&format!("{DUTY_STANDING_FILE}?year=2147483647")).await;
        assert_eq!(sheets(&far, FILE).len(), 2, "a year that no calendar has is an empty one");
        server.stop().await;
    });
}
