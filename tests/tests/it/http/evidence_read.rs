//! The content of a file.

use anju_domain::model::{Evidence, Role};
use anju_server::first_accounts::new_id;
use anju_tests::{
    server::{PASSWORD, Server, on_each_database},
    tasks::{bring, bringing, call, entry, pdf, returned},
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

#[test]
fn what_the_office_brings_for_a_task_is_read_by_its_unit_alone() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, office) = (server.actor(Role::Unit).await, server.actor(Role::Office).await);
        let town = server.actor(Role::Town).await;
        let mut other = server.anonymous();
        assert_eq!(other.sign_in(server.add_unit("07").await, PASSWORD).await.status, 200);
        let (file, loose) = (bring(&office, "for the bureau").await, bring(&office, "for nobody").await);
        let read = |id| format!("/api/v1/evidence/{id}");
        unit.get(&read(file.id)).await.problem(404, "not_found");
        // The identity of a file in a text opens nothing.
        let mut task = returned(&unit).await;
        let own = bring(&unit, "of the bureau").await;
        let said = entry(&format!("见{}和{}", file.id, loose.id), &[&own]);
        assert_eq!(call(&unit, &task, "/submission", "1").json(&said).send().await.status, 200);
        task.version += 1;
        unit.get(&read(file.id)).await.problem(404, "not_found");
        // The office sends for the unit, with a file of its own.
        let sent = entry("办公室代为补充", &[&own, &file]);
        let answer = call(&office, &task, "/submission", "2").json(&sent).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        task.version += 1;
        assert_eq!(unit.get(&read(file.id)).await.status, 200);
        // It stays readable among what was sent earlier.
        let again = entry("不再附办公室的材料", &[&own]);
        assert_eq!(call(&unit, &task, "/submission", "3").json(&again).send().await.status, 200);
        let answer = unit.get(&read(file.id)).await;
        assert_eq!((answer.status, &*answer.body), (200, &*pdf("for the bureau")));
        for id in [file.id, own.id] {
            for stranger in [&town, &other] {
                stranger.get(&read(id)).await.problem(404, "not_found");
                stranger.get(&format!("{}/preview", read(id))).await.problem(404, "not_found");
            }
        }
        unit.get(&read(loose.id)).await.problem(404, "not_found");
        server.stop().await;
    });
}
