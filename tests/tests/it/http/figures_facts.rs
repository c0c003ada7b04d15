//! The facts from which the browser computes every chart.

use anju_domain::{
    indicators::{self, ProgrammeFacts},
    language::Language,
    model::Role,
};
use anju_tests::server::{Server, on_each_database};

#[test]
fn charts_from_the_facts_are_those_of_the_server() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        let facts: ProgrammeFacts = leader.get("/api/v1/facts").await.json();
        assert_eq!(facts.communities.len(), 4);
        assert_eq!(facts.revision, server.revision().await);
        let own = indicators::compute("L-05", &facts, &Default::default(), Language::Zh).unwrap();
        let theirs = leader.get("/api/v1/indicators/L-05").await;
        assert_eq!(serde_json::to_vec(&own).unwrap(), theirs.body);
        server.stop().await;
    });
}
