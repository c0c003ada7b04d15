//! Disabling an account, and letting it in again.

use anju_domain::model::Role;
use anju_tests::{
    actor::{Actor, Answer},
    server::{PASSWORD, Server, on_each_database},
};
use serde_json::json;

async fn set(actor: &Actor, user: &str, disabled: bool) -> Answer {
    let call = actor.call("PUT", &format!("/api/v1/accounts/{user}/state"));
    call.json(&json!({ "disabled": disabled })).send().await
}

#[test]
fn a_disabled_account_is_out_at_once_until_it_is_let_in_again() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (administrator, leader) = (server.actor(Role::SystemAdministrator).await, server.actor(Role::Leader).await);
        assert_eq!(leader.get("/api/v1/session").await.status, 200);
        assert_eq!(set(&administrator, "leader", true).await.status, 204);
        leader.get("/api/v1/session").await.problem(401, "unauthenticated");
        server.anonymous().sign_in("leader", PASSWORD).await.problem(401, "wrong_password");
        assert_eq!(set(&administrator, "leader", false).await.status, 204);
        assert_eq!(server.anonymous().sign_in("leader", PASSWORD).await.status, 200);
        leader.get("/api/v1/session").await.problem(401, "unauthenticated");
        server.stop().await;
    });
}

#[test]
fn nobody_disables_themselves_and_bad_input_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        set(&administrator, "sysadmin", true).await.problem(422, "refused");
        set(&administrator, "nobody", true).await.problem(404, "not_found");
        let call = |body| administrator.call("PUT", "/api/v1/accounts/leader/state").json(&body);
        call(json!({ "disabled": "yes" })).send().await.malformed_at(422, "disabled", "wrong_type");
        call(json!({ "disabled": true, "role": "x" })).send().await.malformed_at(422, "role", "unknown_field");
        assert_eq!(administrator.get("/api/v1/session").await.status, 200);
        server.stop().await;
    });
}
