//! Sending a task to the office.

use anju_domain::{indicators::Overview, model::Role, policy::stages::TaskStatus};
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::{bring, call, entry, read, returned, review, submitted},
};

/// 应办, 已办结 and 逾期 of the overview.
async fn figures(leader: &Actor) -> Vec<String> {
    let overview: Overview = leader.get("/api/v1/overview").await.json();
    let chart = overview.charts.iter().find(|chart| chart.id == "L-09").expect("duties are on the overview");
    chart.row("total").expect("a total").cells[1..4].iter().map(|cell| cell.shown()).collect()
}

#[test]
fn a_unit_submits_the_office_returns_the_unit_resubmits_and_an_accepted_task_moves_the_overview() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, office) = (server.actor(Role::Unit).await, server.actor(Role::Office).await);
        let leader = server.actor(Role::Leader).await;
        assert_eq!(figures(&leader).await, ["102", "98", "3"]);
        let sent = submitted(&unit).await;
        assert_eq!(read(&office, sent.id).await.task.status, TaskStatus::Submitted);
        let answer = review(&office, &sent, "退回", "缺现场照片", "return").send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let again = returned(&unit).await;
        assert_eq!(read(&unit, again.id).await.task.history.last().unwrap().said, "缺现场照片");
        let file = bring(&unit, "better").await;
        let answer = call(&unit, &again, "/submission", "again").json(&entry("已补", &[&file])).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let sent = anju_tests::tasks::first(&office, "unit=11&show=sent").await;
        let answer = review(&office, &sent, "通过", "", "accept").send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let view = read(&unit, sent.id).await;
        assert_eq!((view.task.status, view.task.history.len()), (TaskStatus::Confirmed, 6));
        assert_eq!(view.evidence.len(), 2, "what was sent first stays to be seen");
        assert_eq!(figures(&leader).await, ["102", "99", "2"]);
        assert!(server.storage.verify().await.unwrap().faults.is_empty());
        server.stop().await;
    });
}

#[test]
fn sent_twice_with_one_key_it_is_sent_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let task = returned(&unit).await;
        let file = bring(&unit, "one").await;
        let body = entry("已重拍", &[&file]);
        let (one, other) = tokio::join!(
            call(&unit, &task, "/submission", "same").json(&body).send(),
            call(&unit, &task, "/submission", "same").json(&body).send()
        );
        assert_eq!((one.status, other.status), (200, 200), "{} {}", one.text(), other.text());
        assert_eq!(one.body, other.body);
        assert_eq!(read(&unit, task.id).await.task.history.len(), 3);
        let changed = entry("另一个", &[&file]);
        call(&unit, &task, "/submission", "same").json(&changed).send().await.problem(409, "repeated_key");
        server.stop().await;
    });
}

#[test]
fn without_evidence_it_is_refused_by_its_rule() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let task = returned(&unit).await;
        let answer = call(&unit, &task, "/submission", "k").json(&entry("已重拍", &[])).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!(problem.findings.iter().map(|found| found.path.as_str()).collect::<Vec<_>>(), ["evidence"]);
        assert_eq!(read(&unit, task.id).await.task.version, task.version);
        server.stop().await;
    });
}
