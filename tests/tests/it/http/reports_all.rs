//! Every report that one may see, for a browser that searches, filters and sorts by itself.

use anju_domain::{
    api::{ReportList, ReportPage},
    lists::search::Search,
    model::Role,
};
use anju_tests::{
    reports::LIST,
    server::{Server, on_each_database},
};

const PATH: &str = "/api/v1/reports/all";

#[test]
fn all_rows_come_latest_first_with_their_readings() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Leader, Role::Office, Role::Auditor, Role::ProjectOwner] {
            let actor = server.actor(role).await;
            let all: ReportList = actor.get(PATH).await.json();
            let page: ReportPage = actor.get(LIST).await.json();
            assert_eq!((all.total, all.rows.len(), page.rows.len()), (7, 7, 7), "{role}");
            for (row, of_page) in all.rows.iter().zip(&page.rows) {
                assert_eq!(
                    (row.period, row.standing, row.figures),
                    (of_page.period, of_page.standing, of_page.figures)
                );
                assert!(Search::of("yangli zjj").is_in(&[&row.community, &row.code, &row.owner], &row.readings));
            }
        }
        server.stop().await;
    });
}

#[test]
fn who_sees_no_reports_has_no_list() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Unit, Role::Town, Role::Operator, Role::SystemAdministrator] {
            server.actor(role).await.get(PATH).await.problem(403, "forbidden");
        }
        server.anonymous().get(PATH).await.problem(401, "unauthenticated");
        server.stop().await;
    });
}
