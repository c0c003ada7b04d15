//! The overview in one answer.

use anju_domain::{indicators::Overview, model::Role};
use anju_tests::server::{Server, on_each_database};

const PATH: &str = "/api/v1/overview";

#[test]
fn the_overview_holds_the_charts_in_the_order_of_the_page() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        let overview: Overview = leader.get(PATH).await.json();
        let ids: Vec<_> = overview.charts.iter().map(|chart| chart.id.as_str()).collect();
        assert_eq!(ids, ["L-07", "L-05", "L-04", "L-11", "L-01", "L-09", "L-02"]);
        assert_eq!(overview.as_of.to_string(), "2022-10-08");
        assert_eq!(overview.warnings.len(), 4);
        let english: Overview = leader.get("/api/v1/overview?lang=en&year=2022").await.json();
        assert_ne!(english.scope, overview.scope);
        server.stop().await;
    });
}

#[test]
fn it_is_sent_in_the_form_that_the_browser_takes_and_not_twice() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        let plain = leader.get(PATH).await;
        assert_eq!(plain.header("content-encoding"), None);
        assert_eq!(plain.header("vary"), Some("Accept-Encoding"));
        for encoding in ["br", "gzip"] {
            let packed = leader.call("GET", PATH).header("accept-encoding", encoding).send().await;
            assert_eq!(packed.header("content-encoding"), Some(encoding));
            assert!(packed.body.len() < plain.body.len() / 2);
        }
        let tag = plain.header("etag").unwrap();
        let again = leader.call("GET", PATH).header("if-none-match", tag).send().await;
        assert_eq!((again.status, again.body.len()), (304, 0));
        server.stop().await;
    });
}

#[test]
fn a_bad_query_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        for (query, path, why) in [
            ("year=twenty", "year", "bad_value"),
            ("year=9223372036854775808", "year", "bad_value"),
            ("colour=red", "colour", "unknown_field"),
            ("lang=fr", "lang", "bad_value"),
            ("community=1", "community", "bad_value"),
        ] {
            leader.get(&format!("{PATH}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
