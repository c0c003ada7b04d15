//! Bringing a file.

use anju_domain::model::{Evidence, Role};
use anju_server::{evidence::LARGEST_FILE, first_accounts::new_id};
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::{bring, bringing, pdf},
};
use chrono::{DateTime, Utc};
use std::{fs, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use uuid::Uuid;

const MEGABYTE: usize = 1024 * 1024;

fn id() -> Uuid {
    new_id(1_665_187_200_000)
}

/// How many files lie in a part of the folder.
fn lying(server: &Server, part: &str) -> usize {
    fs::read_dir(server.evidence().join(part)).map_or(0, |entries| entries.count())
}

/// What was refused or cut is removed past the answer: it is gone soon, and stays gone.
async fn nothing_is_left(server: &Server) {
    for _ in 0..500 {
        if lying(server, "incoming") == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!((lying(server, "content"), lying(server, "incoming")), (0, 0));
}

async fn refused(actor: &Actor, name: &str, content: &[u8], path: &str, why: &str) {
    let problem = bringing(actor, id(), name, content).send().await.problem(422, "refused");
    let found: Vec<_> = problem.findings.iter().map(|found| (found.path.as_str(), found.params.text("why"))).collect();
    assert_eq!(found, [(path, Some(why))], "{name}");
}

#[test]
fn a_file_is_kept_with_its_digest_size_kind_and_owner() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let content = b"%PDF-1.4\nabc";
        let file: Evidence = bringing(&unit, id(), "%E7%85%A7%E7%89%87.pdf", content).send().await.json();
        assert_eq!((file.name.as_str(), file.media_type.as_str()), ("照片.pdf", "application/pdf"));
        assert_eq!((file.size, file.owner.as_str()), (12, "11"));
        assert_eq!(file.sha256, "af2f0bbdd0af4f20ead54a13f594b47a10f7d4ce98879388eb0536a1f4a4907f");
        assert_eq!((lying(&server, "content"), lying(&server, "incoming")), (1, 0));
        server.stop().await;
    });
}

#[test]
fn the_same_file_twice_is_one_and_another_one_under_its_identity_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let same = id();
        let first = bringing(&unit, same, "a.pdf", &pdf("one")).send().await;
        assert_eq!(first.status, 200, "{}", first.text());
        let revision = server.revision().await;
        let again = bringing(&unit, same, "b.pdf", &pdf("one")).send().await;
        assert_eq!((again.status, again.body), (200, first.body), "the first name stays");
        bringing(&unit, same, "a.pdf", &pdf("two")).send().await.problem(409, "repeated_key");
        assert_eq!(server.revision().await, revision);
        let content = unit.get(&format!("/api/v1/evidence/{same}")).await;
        assert_eq!(content.body, pdf("one"), "what was there first is untouched");
        server.stop().await;
    });
}

#[test]
fn a_path_in_a_name_is_left_out() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        for name in ["..%2F..%2Fetc%2Fscan.pdf", "C%3A%5Cmy%5Cscan.pdf", "scan%00.pdf"] {
            let file: Evidence = bringing(&unit, id(), name, &pdf(name)).send().await.json();
            assert_eq!(file.name, "scan.pdf");
        }
        server.stop().await;
    });
}

#[test]
fn wrong_kinds_names_and_empty_files_are_refused_and_leave_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let revision = server.revision().await;
        refused(&unit, "a.jpg", b"MZ\x90\0 a program", "content", "wrong_kind").await;
        refused(&unit, "a.pdf", b"<html><script>alert(1)</script>", "content", "wrong_kind").await;
        refused(&unit, "a.docx", b"PK\x03\x04 no archive", "content", "wrong_kind").await;
        refused(&unit, "a.txt", "已检查".as_bytes(), "content", "wrong_kind").await;
        refused(&unit, "a.pdf", b"", "content", "empty_file").await;
        refused(&unit, "..", &pdf("x"), "name", "file_name").await;
        refused(&unit, &"x".repeat(201), &pdf("x"), "name", "file_name").await;
        let call = unit.call("PUT", &format!("/api/v1/evidence/{}?colour=red", id())).bytes(&pdf("x"));
        call.send().await.malformed_at(400, "colour", "unknown_field");
        bringing(&unit, Uuid::nil(), "a.pdf", &pdf("nil")).send().await.problem(404, "not_found");
        assert_eq!(server.revision().await, revision);
        assert_eq!((lying(&server, "content"), lying(&server, "incoming")), (0, 0));
        server.stop().await;
    });
}

#[test]
fn a_file_too_large_is_refused_with_its_limit() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let mut content = pdf("large");
        content.resize(LARGEST_FILE + 1, b' ');
        let problem = bringing(&unit, id(), "a.pdf", &content).send().await.problem(413, "too_large");
        assert!(problem.title.contains("20 MB"), "{}", problem.title);
        content.truncate(LARGEST_FILE);
        assert_eq!(bringing(&unit, id(), "a.pdf", &content).send().await.status, 200);
        assert_eq!((lying(&server, "content"), lying(&server, "incoming")), (1, 0));
        server.stop().await;
    });
}

#[test]
fn two_hundred_megabytes_are_not_read_to_their_end_and_leave_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let stream = TcpStream::connect(server.address).await.unwrap();
        let (mut from, mut to) = stream.into_split();
        let head = format!(
            "PUT /api/v1/evidence/{}?name=a.pdf HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\ncontent-length: {}\r\n\r\n",
            id(),
            server.address,
            unit.cookie.as_deref().unwrap(),
            200 * MEGABYTE
        );
        let sending = tokio::spawn(async move {
            to.write_all(head.as_bytes()).await.unwrap();
            let part = vec![b' '; MEGABYTE];
            for sent in 0..200 {
                // The server has answered and hung up.
                if to.write_all(&part).await.is_err() {
                    return sent;
                }
            }
            200
        });
        let mut answer = Vec::new();
        // Hanging up amid what is being sent may end as an error, after the answer.
        let _ = from.read_to_end(&mut answer).await;
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("20 MB"), "{answer}");
        let sent = sending.await.unwrap();
        assert!(sent < 150, "{sent} MB were taken");
        nothing_is_left(&server).await;
        server.stop().await;
    });
}

#[test]
fn an_upload_that_is_cut_leaves_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let revision = server.revision().await;
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let head = format!(
            "PUT /api/v1/evidence/{}?name=a.pdf HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\ncontent-length: 100000\r\n\r\n",
            id(),
            server.address,
            unit.cookie.as_deref().unwrap()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&pdf("cut")).await.unwrap();
        let mut begun = false;
        for _ in 0..500 {
            begun = begun || lying(&server, "incoming") == 1;
            if begun {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(begun, "its bytes go to the disk as they come");
        drop(stream);
        nothing_is_left(&server).await;
        assert_eq!(server.revision().await, revision);
        server.stop().await;
    });
}

#[test]
fn what_a_killed_server_has_left_is_removed_and_what_is_named_stays() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let kept = bring(&unit, "kept").await;
        let folder = server.evidence();
        fs::write(folder.join("content").join("0".repeat(64)), "orphan").unwrap();
        fs::write(folder.join("incoming").join("half#1"), "half").unwrap();
        fs::write(folder.join("incoming").join(&kept.sha256), "whole but never kept").unwrap();
        fs::create_dir_all(folder.join("preview")).unwrap();
        fs::write(folder.join("preview").join(format!("{}#1", kept.sha256)), "half a preview").unwrap();
        let removed = server.files.remove_orphans(&server.storage, DateTime::<Utc>::MAX_UTC).await.unwrap();
        assert_eq!(removed, 4);
        assert_eq!((lying(&server, "content"), lying(&server, "incoming"), lying(&server, "preview")), (1, 0, 0));
        assert_eq!(unit.get(&format!("/api/v1/evidence/{}", kept.id)).await.body, pdf("kept"));
        server.stop().await;
    });
}
