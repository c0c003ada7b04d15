//! Signing out.

use anju_domain::model::Role;
use anju_tests::server::{Server, on_each_database};

#[test]
fn the_session_is_gone_at_once_and_the_other_one_stays() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (one, other) = (server.actor(Role::Office).await, server.actor(Role::Office).await);
        // Known in memory by now: signing out must reach there too.
        assert_eq!(one.get("/api/v1/session").await.status, 200);
        let answer = one.call("DELETE", "/api/v1/session").send().await;
        assert_eq!((answer.status, answer.body.len()), (204, 0));
        assert!(answer.header("set-cookie").unwrap().ends_with("Max-Age=0"));
        one.get("/api/v1/session").await.problem(401, "unauthenticated");
        one.call("DELETE", "/api/v1/session").send().await.problem(401, "unauthenticated");
        assert_eq!(other.get("/api/v1/session").await.status, 200);
        server.stop().await;
    });
}
