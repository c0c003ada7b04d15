//! What is missing as a workbook.

use anju_domain::{
    api::{MISSING_FILE, MissingView},
    language::Language,
    lists::missing::said,
    model::Role,
};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

/// Where the rows begin: below title, sums, filter, day and head.
const FIRST: usize = 5;

#[test]
fn it_holds_what_the_page_holds_by_community_and_by_body() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            for query in ["", "?unit=01"] {
                let view: MissingView = actor.get(&format!("/api/v1/missing{query}")).await.json();
                let book = sheets(&actor.get(&format!("{MISSING_FILE}{query}")).await, "缺项清单_2022-10-08.xlsx");
                assert_eq!((book[0].name.as_str(), book[1].name.as_str()), ("缺项清单", "按责任单位"));
                let sum = said(view.communities.len(), usize::try_from(view.gaps).expect("a count"), Language::Zh);
                assert_eq!(book[0].text(1, 0), sum);
                let gaps = view.communities.iter().flat_map(|one| one.gaps.iter().map(move |gap| (one, gap)));
                let rows = &book[0].rows[FIRST..];
                assert_eq!(i64::try_from(rows.len()), Ok(view.gaps));
                for ((one, gap), row) in gaps.zip(rows) {
                    let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
                    assert_eq!(cells[0..2], [one.code.as_str(), one.name.as_str()]);
                    assert_eq!(cells[3], gap.text(Language::Zh));
                }
                assert_eq!(book[1].rows.len() - FIRST, if query.is_empty() { view.units.len() } else { 1 });
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_reads_no_ledgers_has_no_file_and_a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Unit).await.get(MISSING_FILE).await.problem(403, "forbidden");
        server.anonymous().get(MISSING_FILE).await.problem(401, "unauthenticated");
        let office = server.actor(Role::Office).await;
        office.get(&format!("{MISSING_FILE}?unit=99")).await.malformed_at(400, "unit", "bad_value");
        office.get(&format!("{MISSING_FILE}?x=1")).await.malformed_at(400, "x", "unknown_field");
        server.stop().await;
    });
}
