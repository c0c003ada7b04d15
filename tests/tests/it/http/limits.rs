//! What a client that is slow, greedy or broken gets.

use anju_tests::server::{Server, on_each_database};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

async fn say(server: &Server, text: &str) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A connection that is cut has said what it had to say.
    let _ = timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn headers_must_be_there_within_ten_seconds() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let begun = Instant::now();
        let answer = say(&server, "GET /health HTTP/1.1\r\nhost: localhost\r\nslow: ").await;
        let waited = begun.elapsed();
        assert!(!answer.contains("200 OK"), "{answer}");
        assert!((Duration::from_secs(9)..Duration::from_secs(13)).contains(&waited), "{waited:?}");
        server.stop().await;
    });
}

#[test]
fn what_is_no_http_is_refused_and_others_are_served() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        assert!(say(&server, "\u{16}\u{3}\u{1}nonsense\r\n\r\n").await.starts_with("HTTP/1.1 400"));
        let large = format!("GET /health HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "x".repeat(1_000_000));
        // The answer may be lost with the connection, because not all was read.
        let answer = say(&server, &large).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
        let no_host = say(&server, "GET /health HTTP/1.1\r\nconnection: close\r\n\r\n").await;
        assert!(no_host.starts_with("HTTP/1.1 421"), "{no_host}");
        assert_eq!(server.anonymous().get("/health").await.status, 200);
        server.stop().await;
    });
}
