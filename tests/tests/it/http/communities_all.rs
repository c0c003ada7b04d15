//! Every project community, for a browser that searches, filters and sorts by itself.

use anju_domain::{api::CommunityPage, lists::search::Search, model::Role};
use anju_tests::server::{Server, on_each_database};

const PATH: &str = "/api/v1/communities/all";

#[test]
fn all_rows_come_with_their_readings() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let all: CommunityPage = office.get(PATH).await.json();
        let page: CommunityPage = office.get("/api/v1/communities").await.json();
        assert_eq!((all.total, all.rows.len()), (4, 4));
        for (row, of_page) in all.rows.iter().zip(&page.rows) {
            assert_eq!((row.id, &row.code, row.total), (of_page.id, &of_page.code, of_page.total));
            assert!(Search::of("yangli").is_in(&[&row.name], &row.readings), "{}", row.readings);
        }
        server.stop().await;
    });
}

#[test]
fn who_reads_no_ledgers_has_no_list() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.actor(Role::Unit).await.get(PATH).await.problem(403, "forbidden");
        server.anonymous().get(PATH).await.problem(401, "unauthenticated");
        server.stop().await;
    });
}
