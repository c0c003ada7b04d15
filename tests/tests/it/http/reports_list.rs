//! The list of monthly reports, those that nobody has begun included.

use anju_domain::{api::ReportPage, model::Role, reports::ReportStanding};
use anju_tests::{
    reports::{LIST, submitted},
    server::{Server, on_each_database},
};

#[test]
fn every_month_of_the_works_is_there_for_whoever_may_see_it() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Leader, Role::Office, Role::Auditor, Role::ProjectOwner] {
            let page: ReportPage = server.actor(role).await.get(LIST).await.json();
            assert_eq!((page.numbers.all, page.numbers.not_yet, page.numbers.accepted), (7, 1, 6), "{role}");
            assert_eq!((page.rows[0].standing, page.rows[0].version), (ReportStanding::NotYet, 0));
            assert_eq!(page.rows[0].community, "样例甲小区");
        }
        for role in [Role::Unit, Role::Town, Role::Operator, Role::SystemAdministrator] {
            server.actor(role).await.get(LIST).await.problem(403, "forbidden");
        }
        server.stop().await;
    });
}

#[test]
fn filters_narrow_and_pages_turn() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let owner = server.actor(Role::ProjectOwner).await;
        submitted(&owner, server.community("GT-0001").await).await;
        let list = async |query: &str| owner.get(&format!("{LIST}?{query}")).await.json::<ReportPage>();
        let sent = list("show=sent").await;
        assert_eq!((sent.numbers.sent, sent.total, sent.rows[0].standing), (1, 1, ReportStanding::Submitted));
        assert_eq!(list("period=2022-06").await.rows.len(), 1);
        let part = list("offset=2&limit=3").await;
        assert_eq!((part.total, part.rows.len(), part.rows[0].period.to_string()), (7, 3, "2022-08".to_owned()));
        assert_eq!(list("show=waiting").await.total, 0);
        server.stop().await;
    });
}

#[test]
fn another_project_owner_is_not_there_and_bad_queries_are_refused_at_their_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let owner = server.actor(Role::ProjectOwner).await;
        let other = "%E5%9F%8E%E5%85%B3%E9%95%87%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C";
        owner.get(&format!("{LIST}?owner={other}")).await.problem(404, "not_found");
        for (query, path, why) in [
            ("period=2022-13", "period", "bad_value"),
            ("show=late", "show", "bad_value"),
            ("limit=0", "limit", "limit"),
            ("limit=201", "limit", "limit"),
            ("month=2022-10", "month", "unknown_field"),
        ] {
            let problem = owner.get(&format!("{LIST}?{query}")).await.problem(400, "malformed");
            let found = &problem.findings[0];
            assert_eq!((found.path.as_str(), found.params.text("why")), (path, Some(why)), "{query}");
        }
        server.stop().await;
    });
}
