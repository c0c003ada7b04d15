//! What changes elsewhere, as server-sent events.

use super::dossiers_funding::{entry_of, read, save};
use anju_domain::model::Role;
use anju_tests::server::{Server, on_each_database};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use std::time::{Duration, Instant};
use tokio::time::timeout;

/// Reads until the text is there; `None` when the stream ends before.
async fn until(body: &mut Incoming, text: &str) -> Option<String> {
    let mut seen = String::new();
    while !seen.contains(text) {
        let frame = timeout(Duration::from_secs(5), body.frame()).await.expect("something comes in time")?.ok()?;
        if let Ok(bytes) = frame.into_data() {
            seen.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    Some(seen)
}

#[test]
fn a_saved_change_is_told_within_a_second() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (leader, office) = (server.actor(Role::Leader).await, server.actor(Role::Office).await);
        let answer = leader.call("GET", "/api/v1/live").open().await;
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        let mut body = answer.into_body();
        until(&mut body, "retry: 2000").await.unwrap();
        let dossier = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&dossier);
        entry.commitments[0].provider = "甲".to_owned();
        let begun = Instant::now();
        assert_eq!(save(&office, &dossier, "live").json(&entry).send().await.status, 200);
        let seen = until(&mut body, "event: changed").await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(1));
        let revision = server.revision().await;
        let seen = if seen.contains("data:") { seen } else { until(&mut body, "data:").await.unwrap() };
        assert!(seen.contains(&format!("{{\"revision\":{revision}}}")), "{seen}");
        drop(body);
        server.stop().await;
    });
}

#[test]
fn streams_end_first_when_the_server_stops() {
    on_each_database(|kind| async move {
        let mut server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        let mut body = leader.call("GET", "/api/v1/live").open().await.into_body();
        until(&mut body, "retry").await.unwrap();
        let begun = Instant::now();
        server.ask_to_stop();
        assert_eq!(until(&mut body, "never").await, None);
        server.stop().await;
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    });
}
