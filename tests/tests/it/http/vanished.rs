//! A client that goes away: in the middle of what it sends, right after it, while it waits. Nothing is half done, and
//! everybody else is served.

use super::dossiers_funding::{entry_of, read, save};
use anju_domain::{api::Saved, model::Role};
use anju_tests::server::{Server, on_each_database};
use std::time::Duration;
use tokio::{io::AsyncWriteExt, net::TcpStream};

#[test]
fn a_client_that_goes_away_leaves_nothing_half_done() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let (id, version) = (before.project_community.id, before.project_community.version);
        let mut entry = entry_of(&before);
        entry.commitments[0].provider = "谁也没等到回复".to_owned();
        let body = serde_json::to_vec(&entry).unwrap();
        let head = |key: &str| {
            format!(
                "PUT /api/v1/dossiers/{id}/funding HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nif-match: \"{version}\"\r\n\
                 idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
                server.address,
                office.cookie.as_deref().unwrap(),
                body.len()
            )
        };
        // In the middle of the head, of the body, and one byte before its end.
        for (number, sent) in [(0, 0), (1, 1), (2, body.len() / 2), (3, body.len() - 1)] {
            let mut stream = TcpStream::connect(server.address).await.unwrap();
            let head = head(&format!("cut-{number}"));
            let head = if sent == 0 { &head.as_bytes()[..40] } else { head.as_bytes() };
            stream.write_all(head).await.unwrap();
            stream.write_all(&body[..sent]).await.unwrap();
            stream.flush().await.unwrap();
            drop(stream);
        }
        let unchanged = read(&server, &office, "GT-0002").await;
        assert_eq!(unchanged, before, "what never came whole was never done");

        // Right after the last byte, many times with one key: it is done once, or not at all.
        for _ in 0..8 {
            let mut stream = TcpStream::connect(server.address).await.unwrap();
            stream.write_all(head("whole").as_bytes()).await.unwrap();
            stream.write_all(&body).await.unwrap();
            drop(stream);
        }
        // While it waits for the answer.
        for wait in 0..8_u64 {
            let call = save(&office, &before, "whole").json(&entry).try_send();
            let _ = tokio::time::timeout(Duration::from_micros(wait * 300), call).await;
        }
        let again = save(&office, &before, "whole").json(&entry).send().await;
        assert_eq!(again.status, 200, "{}", again.text());
        let saved: Saved = again.json();
        assert_eq!(saved.version, version + 1, "it was done once");
        let after = read(&server, &office, "GT-0002").await;
        assert_eq!(entry_of(&after), entry);

        // The next write is not kept waiting by anybody, and all readers are free.
        entry.commitments[0].provider = "下一位".to_owned();
        assert_eq!(save(&office, &after, "next").json(&entry).send().await.status, 200);
        let readings = (0..24).map(|_| {
            let office = office.clone();
            tokio::spawn(async move { office.get("/api/v1/facts").await.status })
        });
        for reading in readings.collect::<Vec<_>>() {
            assert_eq!(reading.await.unwrap(), 200);
        }
        assert_eq!(server.storage.verify().await.unwrap().faults, []);
        server.stop().await;
    });
}
