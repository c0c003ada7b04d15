//! The accounts in a list.

use anju_domain::{api::AccountRow, model::Role};
use anju_tests::server::{Server, on_each_database};

#[test]
fn the_system_administrator_sees_every_account_and_no_password() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let answer = server.actor(Role::SystemAdministrator).await.get("/api/v1/accounts").await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let rows: Vec<AccountRow> = answer.json();
        assert_eq!(rows.len(), Role::ALL.len());
        let unit = rows.iter().find(|row| row.role == Role::Unit).unwrap();
        assert_eq!((unit.unit.as_deref(), unit.disabled), (Some("11"), false));
        assert!(!answer.text().contains("argon2"));
        server.actor(Role::SecurityAdministrator).await.get("/api/v1/accounts").await.problem(403, "forbidden");
        server.stop().await;
    });
}
