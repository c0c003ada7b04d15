//! A task with its evidence.

use anju_domain::{model::Role, policy::stages::TaskStatus};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{LIST, first, read, returned, submitted},
};

#[test]
fn a_task_is_read_with_its_history_and_its_version_as_tag() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let row = returned(&unit).await;
        let answer = unit.get(&format!("{LIST}/{}", row.id)).await;
        assert_eq!(answer.header("etag"), Some(format!("\"{}\"", row.version).as_str()));
        let view = read(&unit, row.id).await;
        assert_eq!((view.task.status, view.community.as_str()), (TaskStatus::Returned, "样例甲小区"));
        assert_eq!(view.task.history.last().map(|event| event.said.as_str()), Some("照片不清"));
        submitted(&unit).await;
        let view = read(&server.actor(Role::Auditor).await, row.id).await;
        assert_eq!(view.evidence.len(), 1);
        assert!(!view.evidence[0].preview, "a PDF has no small preview");
        server.stop().await;
    });
}

#[test]
fn a_task_of_another_unit_is_not_there() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let (of_unit, of_town) = (first(&office, "unit=11").await, first(&office, "unit=16").await);
        let (unit, town) = (server.actor(Role::Unit).await, server.actor(Role::Town).await);
        unit.get(&format!("{LIST}/{}", of_town.id)).await.problem(404, "not_found");
        town.get(&format!("{LIST}/{}", of_unit.id)).await.problem(404, "not_found");
        assert_eq!(town.get(&format!("{LIST}/{}", of_town.id)).await.status, 200);
        for id in [server.programme.to_string(), "1".to_owned()] {
            office.get(&format!("{LIST}/{id}")).await.problem(404, "not_found");
        }
        server.stop().await;
    });
}
