//! One chart as a picture of pixels.

use anju_domain::model::Role;
use anju_tests::server::{Server, on_each_database};

#[test]
fn every_role_that_sees_figures_has_the_picture() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        for path in
            ["/api/v1/indicators/L-08/png", "/api/v1/indicators/L-06-community/png?source=%E4%B8%AD%E5%A4%AE&lang=en"]
        {
            let answer = leader.get(path).await;
            // On a machine without a Chinese font it says so instead of painting boxes.
            if answer.status == 501 {
                answer.problem(501, "no_font");
                continue;
            }
            assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/png")), "{path}");
            assert!(answer.body.starts_with(b"\x89PNG") && answer.body.len() > 5_000, "{path}");
            assert!(
                answer.header("content-disposition").is_some_and(|name| name.contains("_2022-10-08.png")),
                "{path}"
            );
        }
        leader.get("/api/v1/indicators/L-99/png").await.problem(404, "not_found");
        leader.get("/api/v1/indicators/L-05/png?from=2022-13").await.malformed_at(400, "from", "bad_value");
        server
            .actor(Role::SystemAdministrator)
            .await
            .get("/api/v1/indicators/L-05/png")
            .await
            .problem(403, "forbidden");
        server.stop().await;
    });
}
