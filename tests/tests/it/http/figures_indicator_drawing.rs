//! One chart as a drawing that stands for itself.

use anju_domain::{indicators::INDICATORS, model::Role};
use anju_tests::server::{Server, on_each_database};

#[test]
fn every_chart_is_drawn_with_its_title_and_day() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let owner = server.actor(Role::ProjectOwner).await;
        for indicator in INDICATORS {
            let answer = owner.get(&format!("/api/v1/indicators/{}/svg?year=2022", indicator.id)).await;
            assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/svg+xml")));
            let svg = answer.text();
            assert!(svg.starts_with("<svg") && svg.contains(indicator.title.zh) && svg.contains("截至2022年10月8日"));
        }
        owner.get("/api/v1/indicators/L-99/svg").await.problem(404, "not_found");
        owner.get("/api/v1/indicators/L-05/svg?class=x").await.malformed_at(400, "class", "bad_value");
        server
            .actor(Role::SystemAdministrator)
            .await
            .get("/api/v1/indicators/L-05/svg")
            .await
            .problem(403, "forbidden");
        server.stop().await;
    });
}
