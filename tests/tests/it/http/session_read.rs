//! Who one is.

use anju_domain::{api::SessionView, model::Role};
use anju_tests::server::{Server, on_each_database};

#[test]
fn each_role_reads_itself_and_a_stranger_is_told_to_sign_in() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in Role::ALL {
            let view: SessionView = server.actor(*role).await.get("/api/v1/session").await.json();
            assert_eq!(view.role, *role);
            assert_eq!(view.unit.as_deref(), (*role == Role::Unit).then_some("11"));
        }
        let mut stranger = server.anonymous();
        stranger.get("/api/v1/session").await.problem(401, "unauthenticated");
        for cookie in [
            "anju=",
            "anju=0123456789abcdef0123456789abcdef",
            "anju=' or 1=1 --",
            "__Host-anju=0123456789abcdef0123456789abcdef",
        ] {
            stranger.cookie = Some(cookie.to_owned());
            stranger.get("/api/v1/session").await.problem(401, "unauthenticated");
        }
        server.stop().await;
    });
}
