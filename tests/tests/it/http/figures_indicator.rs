//! One chart.

use anju_domain::{chart::Chart, model::Role};
use anju_tests::server::{Server, on_each_database};

#[test]
fn every_chart_of_the_overview_can_be_had_alone() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        for id in ["L-01", "L-02", "L-04", "L-05", "L-07", "L-11"] {
            let chart: Chart = leader.get(&format!("/api/v1/indicators/{id}?year=2022")).await.json();
            assert_eq!(chart.id, id);
        }
        for id in ["L-99", "l-05", "..%2F..", "%00"] {
            leader.get(&format!("/api/v1/indicators/{id}")).await.problem(404, "not_found");
        }
        leader.get("/api/v1/indicators/L-05?stage=x").await.malformed_at(400, "stage", "bad_value");
        server.stop().await;
    });
}
