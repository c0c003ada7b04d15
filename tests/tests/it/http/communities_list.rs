//! The list of communities.

use anju_domain::{api::CommunityPage, model::Role};
use anju_tests::server::{Server, on_each_database};

const PATH: &str = "/api/v1/communities";

#[test]
fn it_is_paged_filtered_and_searched() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let codes = |page: &CommunityPage| page.rows.iter().map(|row| row.code.clone()).collect::<Vec<_>>();
        let all: CommunityPage = office.get(PATH).await.json();
        assert_eq!(all.total, 4);
        assert_eq!(codes(&all), ["GT-0001", "GT-0003", "GT-0002", "GT-0004"]);
        let second: CommunityPage = office.get(&format!("{PATH}?offset=1&limit=2")).await.json();
        assert_eq!((second.total, codes(&second)), (4, vec!["GT-0003".to_owned(), "GT-0002".to_owned()]));
        let year: CommunityPage = office.get(&format!("{PATH}?year=2025")).await.json();
        assert_eq!(codes(&year), ["GT-0004"]);
        let sorted: CommunityPage = office.get(&format!("{PATH}?sort=-households&limit=2")).await.json();
        assert!(sorted.rows[0].households >= sorted.rows[1].households && sorted.rows[0].readings.is_empty());
        for (search, found) in
            [("yangli", 4), ("yl gt-0002", 1), ("jsy", 1), ("jiashuyuan", 1), ("家sy", 1), ("yljx", 1), ("qzz", 0)]
        {
            let page: CommunityPage = office.get(&format!("{PATH}?search={}", encoded(search))).await.json();
            assert_eq!(page.total, found, "{search}");
        }
        let none: CommunityPage = office.get(&format!("{PATH}?search=%25")).await.json();
        assert_eq!(none.total, 0, "a percent sign is searched for, not a pattern");
        server.stop().await;
    });
}

#[test]
fn a_bad_query_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("limit=201", "limit", "limit"),
            ("limit=0", "limit", "limit"),
            ("limit=-1", "limit", "bad_value"),
            ("stage=x", "stage", "bad_value"),
            ("sort=nothing", "sort", "bad_value"),
            ("filter=area:x", "filter", "bad_value"),
            ("filter=x:1", "filter", "bad_value"),
            ("hide=x", "hide", "bad_value"),
            ("order=name", "order", "unknown_field"),
        ] {
            office.get(&format!("{PATH}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}

/// As it stands in an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
