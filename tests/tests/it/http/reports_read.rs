//! The report of a month with what its form rests on.

use anju_domain::{api::ReportView, model::Role, reports};
use anju_tests::{
    reports::{MONTH, entry, place, read, submitted},
    server::{Server, on_each_database},
};

#[test]
fn a_month_that_nobody_has_begun_has_what_its_form_needs() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        let answer = owner.get(&place(community, "")).await;
        assert_eq!(answer.header("etag"), Some("\"0\""));
        let view: ReportView = answer.json();
        assert_eq!((view.period.to_string(), view.version, view.owner.as_str()), (MONTH.to_owned(), 0, "县住建局"));
        assert_eq!(view.facts.before(view.period).cum_progress.tenths(), 640);
        // What the browser says of an entry is what the server says of it.
        let day = "2022-10-08".parse().unwrap();
        assert!(reports::findings(&view.facts, &entry(MONTH, 640, 0), day).is_empty());
        assert_eq!(reports::findings(&view.facts, &entry(MONTH, 639, 0), day).len(), 1);
        submitted(&owner, community).await;
        let view = read(&server.actor(Role::Leader).await, community, MONTH).await;
        assert_eq!(
            (view.version, view.facts.report(view.period).map(|report| report.cum_progress.tenths())),
            (1, Some(700))
        );
        server.stop().await;
    });
}

#[test]
fn a_bad_month_is_refused_and_another_ones_community_is_not_there() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let owner = server.actor(Role::ProjectOwner).await;
        let own = server.community("GT-0001").await;
        owner.get(&format!("{}?period=2022", place(own, ""))).await.problem(400, "malformed");
        let foreign = server.community("GT-0003").await;
        owner.get(&place(foreign, "")).await.problem(404, "not_found");
        assert_eq!(server.actor(Role::Office).await.get(&place(foreign, "")).await.status, 200);
        server.stop().await;
    });
}
