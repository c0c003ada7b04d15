//! What the server tells about itself.

use anju_tests::{
    database::Kind,
    server::{Server, on_each_database},
};

#[test]
fn it_tells_how_the_storage_is_set() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let health = server.anonymous().get("/health").await.value();
        assert_eq!(health["status"], "ok");
        assert_eq!(health["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(health["revision"], server.revision().await);
        let connections = health["storage"]["connections"].as_array().unwrap();
        assert!(!connections.is_empty());
        if kind == Kind::Sqlite {
            for connection in connections {
                assert_eq!(connection["journal_mode"], "wal");
                assert_eq!(connection["synchronous"], "full");
                assert_eq!(connection["foreign_keys"], true);
                assert!(connection["busy_timeout_ms"].as_i64().unwrap() >= 5_000);
            }
        }
        server.stop().await;
    });
}
