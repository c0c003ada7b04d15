//! Stopping in order.

use anju_domain::model::Role;
use anju_tests::server::{Server, on_each_database};
use std::time::{Duration, Instant};
use tokio::{io::AsyncWriteExt, net::TcpStream};

#[test]
fn an_idle_connection_does_not_hold_the_server() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let _idle = TcpStream::connect(server.address).await.unwrap();
        let begun = Instant::now();
        server.stop().await;
        assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
    });
}

#[test]
fn a_body_that_never_comes_does_not_hold_the_server() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let head = format!(
            "PUT /api/v1/session/password HTTP/1.1\r\nhost: localhost\r\ncookie: {}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n",
            office.cookie.unwrap()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        let begun = Instant::now();
        server.stop().await;
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    });
}
