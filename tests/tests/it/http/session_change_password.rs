//! The own password.

use anju_domain::model::Role;
use anju_tests::{
    actor::{Actor, Answer},
    server::{PASSWORD, Server, on_each_database},
};
use serde_json::json;

const PATH: &str = "/api/v1/session/password";

async fn change(actor: &Actor, current: &str, new: &str) -> Answer {
    actor.call("PUT", PATH).json(&json!({ "current": current, "new": new })).send().await
}

#[test]
fn a_change_ends_the_other_sessions_of_the_account() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (one, other, leader) =
            (server.actor(Role::Office).await, server.actor(Role::Office).await, server.actor(Role::Leader).await);
        assert_eq!(other.get("/api/v1/session").await.status, 200);
        assert_eq!(change(&one, PASSWORD, "battery-staple-7").await.status, 204);
        other.get("/api/v1/session").await.problem(401, "unauthenticated");
        assert_eq!(one.get("/api/v1/session").await.status, 200);
        assert_eq!(leader.get("/api/v1/session").await.status, 200);
        server.anonymous().sign_in("office", PASSWORD).await.problem(401, "wrong_password");
        assert_eq!(server.anonymous().sign_in("office", "battery-staple-7").await.status, 200);
        server.stop().await;
    });
}

#[test]
fn a_bad_new_password_is_refused_with_its_reason() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (new, why) in [
            ("short", "password_short"),
            ("123456789012", "password_common"),
            ("the-office-2022", "password_is_user"),
            (PASSWORD, "password_same"),
        ] {
            change(&office, PASSWORD, new).await.malformed_at(422, "new", why);
        }
        change(&office, "wrong-password", "battery-staple-7").await.problem(422, "wrong_password");
        office.call("PUT", PATH).text(r#"{"current":"a","new":"b","user":"leader"}"#).send().await.malformed_at(
            422,
            "user",
            "unknown_field",
        );
        assert_eq!(server.anonymous().sign_in("office", PASSWORD).await.status, 200, "nothing was changed");
        server.stop().await;
    });
}

#[test]
fn guessing_the_current_password_is_limited() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for _ in 0..5 {
            change(&office, "wrong-password", "battery-staple-7").await.problem(422, "wrong_password");
        }
        change(&office, PASSWORD, "battery-staple-7").await.problem(429, "too_many_attempts");
        server.stop().await;
    });
}
