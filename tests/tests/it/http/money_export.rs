//! 到位、支付、结余 as a workbook.

use anju_domain::{
    api::{MONEY_FILE, MoneyView},
    indicators::ProgrammeFacts,
    language::Language,
    lists::money::tables,
    model::Role,
};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn it_holds_the_figures_of_the_page_the_shown_view_first() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let facts: ProgrammeFacts = actor.get("/api/v1/facts").await.json();
            for (query, year, view, file) in [
                ("", None, MoneyView::Community, "到位、支付、结余（按小区）_2022-10-08.xlsx"),
                (
                    "view=source&year=2022",
                    Some(2022),
                    MoneyView::Source,
                    "到位、支付、结余（按资金来源）_2022-10-08.xlsx",
                ),
                (
                    "view=both&year=1999",
                    Some(1999),
                    MoneyView::Both,
                    "到位、支付、结余（按小区和资金来源）_2022-10-08.xlsx",
                ),
            ] {
                let book = sheets(&actor.get(&format!("{MONEY_FILE}?{query}")).await, file);
                let tables = tables(&facts, year, view, Language::Zh);
                assert_eq!(book.len(), tables.len());
                for (sheet, table) in book.iter().zip(&tables) {
                    sheet.assert_is(table);
                }
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_reads_no_ledgers_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Unit).await.get(MONEY_FILE).await.problem(403, "forbidden");
        server.anonymous().get(MONEY_FILE).await.problem(401, "unauthenticated");
        let office = server.actor(Role::Office).await;
        for (query, path, why) in
            [("view=x", "view", "bad_value"), ("year=x", "year", "bad_value"), ("unit=1", "unit", "unknown_field")]
        {
            office.get(&format!("{MONEY_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
