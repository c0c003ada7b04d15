//! The annual plans as a workbook.

use anju_domain::{api::PLANS_FILE, indicators::ProgrammeFacts, language::Language, lists::plans::table, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn it_holds_the_plans_of_the_page() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let facts: ProgrammeFacts = actor.get("/api/v1/facts").await.json();
            let book = sheets(&actor.get(PLANS_FILE).await, "年度计划_2022-10-08.xlsx");
            book[0].assert_is(&table(&facts, Language::Zh));
        }
        server.actor(Role::Unit).await.get(PLANS_FILE).await.problem(403, "forbidden");
        server.anonymous().get(PLANS_FILE).await.problem(401, "unauthenticated");
        server.stop().await;
    });
}
