//! A task with its evidence.

use anju_domain::{
    api::DutyPage,
    model::{Evidence, Role},
    policy::stages::TaskStatus,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::{LIST, bringing, call, entry, first, pdf, read, returned, submitted},
};
use uuid::Uuid;

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

/// The content of a photo, brought once more by whoever needs it, and given to a task.
async fn given(actor: &Actor, query: &str, key: &str) -> Uuid {
    let task = first(actor, query).await;
    let content = pdf("the same for everybody");
    let file: Evidence = bringing(actor, new_id(1_665_187_200_000), "a.pdf", &content).send().await.json();
    let answer = call(actor, &task, "", key).json(&entry("已办", &[&file])).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    task.id
}

#[test]
fn the_same_content_at_another_community_or_period_is_pointed_out_but_to_a_unit_only_its_own() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, town) = (server.actor(Role::Unit).await, server.actor(Role::Town).await);
        let communities: Vec<Uuid> = {
            let page: DutyPage = unit.get(&format!("{LIST}?show=open")).await.json();
            let mut all: Vec<Uuid> = page.rows.iter().filter_map(|row| row.project_community).collect();
            all.dedup();
            all
        };
        assert!(communities.len() >= 2, "the sample has tasks of two communities");
        let first_one = given(&unit, &format!("show=open&community={}", communities[0]), "a").await;
        let other_one = given(&unit, &format!("show=open&community={}", communities[1]), "b").await;
        let of_town = given(&town, "show=open", "c").await;
        let told = async |actor: &Actor, task: Uuid| {
            let view = read(actor, task).await;
            let mut tasks: Vec<Uuid> = view.evidence[0].elsewhere.iter().map(|other| other.task).collect();
            tasks.sort();
            tasks
        };
        let mut others = vec![other_one, of_town];
        others.sort();
        assert_eq!(told(&server.actor(Role::Office).await, first_one).await, others);
        assert_eq!(told(&unit, first_one).await, [other_one], "a unit is told nothing of another one");
        assert!(told(&town, of_town).await.is_empty());
        let view = read(&server.actor(Role::Office).await, first_one).await;
        let other = view.evidence[0].elsewhere.iter().find(|other| other.task == other_one).unwrap();
        assert_eq!(other.owner, "11");
        assert!(!other.community.is_empty() && other.community != view.community);
        server.stop().await;
    });
}
