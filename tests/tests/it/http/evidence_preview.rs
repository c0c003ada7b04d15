//! The small preview of a picture.

use anju_domain::model::{Evidence, Role};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::{bring, bringing, call, entry, read, returned},
};

/// A picture of one grey point.
const POINT: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\x80\x80\x80\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
/// The head of a picture that claims to have 60,000 times 60,000 points.
const BOMB: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0\0\0\0\0";

async fn picture(actor: &Actor, content: &[u8]) -> Evidence {
    let answer = bringing(actor, new_id(1_665_187_200_000), "a.jpg", content).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

#[test]
fn a_picture_has_a_preview_that_is_a_jpeg() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let file = picture(&unit, POINT).await;
        assert_eq!(file.media_type, "image/gif", "whatever its name says");
        let answer = unit.get(&format!("/api/v1/evidence/{}/preview", file.id)).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/jpeg")));
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'none'; sandbox"));
        assert!(answer.body.starts_with(b"\xff\xd8\xff"));
        server.stop().await;
    });
}

#[test]
fn a_bomb_and_a_broken_picture_are_kept_without_preview() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let (bomb, broken) = (picture(&unit, BOMB).await, picture(&unit, b"\xff\xd8\xff\xe0 broken").await);
        let (whole, document) = (picture(&unit, POINT).await, bring(&unit, "document").await);
        for file in [&bomb, &broken, &document] {
            unit.get(&format!("/api/v1/evidence/{}/preview", file.id)).await.problem(404, "not_found");
            assert_eq!(unit.get(&format!("/api/v1/evidence/{}", file.id)).await.status, 200);
        }
        let task = returned(&unit).await;
        let body = entry("x", &[&bomb, &broken, &whole, &document]);
        assert_eq!(call(&unit, &task, "", "k").json(&body).send().await.status, 200);
        let view = read(&unit, task.id).await;
        assert_eq!(view.evidence.iter().map(|file| file.preview).collect::<Vec<_>>(), [false, false, true, false]);
        server.stop().await;
    });
}
