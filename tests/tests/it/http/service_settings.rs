//! How the server was started, for the system administrator.

use anju_domain::{api::ServerSettings, model::Role};
use anju_tests::{
    database::Kind,
    server::{Server, on_each_database},
};

#[test]
fn it_says_how_the_server_was_started_and_nothing_of_the_programme() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let answer = server.actor(Role::SystemAdministrator).await.get("/api/v1/server").await;
        assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-store")));
        let settings: ServerSettings = answer.json();
        let database = if kind == Kind::Sqlite { "sqlite" } else { "postgresql" };
        assert_eq!((settings.database.as_str(), settings.session_hours), (database, 8));
        assert_eq!(settings.listen, server.address.to_string());
        assert!(settings.password_length >= 12 && settings.largest_file > 0);
        for secret in ["postgres://", "高台"] {
            assert!(!answer.text().contains(secret), "{}", answer.text());
        }
        server.stop().await;
    });
}
