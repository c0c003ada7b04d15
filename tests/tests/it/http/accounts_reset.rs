//! Giving an account a new password.

use anju_domain::{api::NewAccount, model::Role};
use anju_tests::server::{PASSWORD, Server, on_each_database};

#[test]
fn the_new_password_is_shown_once_and_the_sessions_end() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        let unit = server.actor(Role::Unit).await;
        assert_eq!(unit.get("/api/v1/session").await.status, 200);
        let path = "/api/v1/accounts/%E5%8E%BF%E5%BA%94%E6%80%A5%E7%AE%A1%E7%90%86%E5%B1%80/password";
        let new: NewAccount = administrator.call("POST", path).send().await.json();
        unit.get("/api/v1/session").await.problem(401, "unauthenticated");
        server.anonymous().sign_in(&new.user, PASSWORD).await.problem(401, "wrong_password");
        assert_eq!(server.anonymous().sign_in(&new.user, &new.password).await.status, 200);
        administrator.call("POST", "/api/v1/accounts/nobody/password").send().await.problem(404, "not_found");
        server.stop().await;
    });
}
