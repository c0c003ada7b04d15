//! The content of a file.

use anju_domain::model::{Evidence, Role};
use anju_server::first_accounts::new_id;
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{bring, bringing, pdf},
};

#[test]
fn content_comes_as_an_attachment_in_which_nothing_runs() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let id = new_id(1_665_187_200_000);
        let answer = bringing(&unit, id, "%E7%85%A7%201.pdf", &pdf("content")).send().await;
        let file: Evidence = answer.json();
        for actor in [&unit, &server.actor(Role::Office).await, &server.actor(Role::Auditor).await] {
            let answer = actor.get(&format!("/api/v1/evidence/{}", file.id)).await;
            assert_eq!((answer.status, &*answer.body), (200, &*pdf("content")));
            for (name, value) in [
                ("content-type", "application/pdf"),
                ("content-disposition", "attachment; filename*=UTF-8''%E7%85%A7%201.pdf"),
                ("content-security-policy", "default-src 'none'; sandbox"),
                ("x-content-type-options", "nosniff"),
                ("cache-control", "private, max-age=31536000, immutable"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{name}");
            }
        }
        server.stop().await;
    });
}

#[test]
fn a_file_of_another_unit_is_not_there() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, town) = (server.actor(Role::Unit).await, server.actor(Role::Town).await);
        let file = bring(&unit, "of the bureau").await;
        for path in ["", "/preview"] {
            town.get(&format!("/api/v1/evidence/{}{path}", file.id)).await.problem(404, "not_found");
            unit.get(&format!("/api/v1/evidence/1{path}")).await.problem(404, "not_found");
        }
        let leader = server.actor(Role::SystemAdministrator).await;
        leader.get(&format!("/api/v1/evidence/{}", file.id)).await.problem(403, "forbidden");
        server.anonymous().get(&format!("/api/v1/evidence/{}", file.id)).await.problem(401, "unauthenticated");
        server.stop().await;
    });
}
