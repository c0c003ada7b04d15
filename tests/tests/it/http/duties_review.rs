//! The office confirms a task, or returns it.

use anju_domain::{model::Role, policy::stages::TaskStatus};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{bring, call, entry, first, read, returned, review, submitted},
};
use serde_json::json;

#[test]
fn of_two_reviewers_at_once_one_decides() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, one, other) =
            (server.actor(Role::Unit).await, server.actor(Role::Office).await, server.actor(Role::Office).await);
        let sent = submitted(&unit).await;
        let (accepted, back) = tokio::join!(
            review(&one, &sent, "通过", "", "one").send(),
            review(&other, &sent, "退回", "照片不清", "other").send()
        );
        let statuses = [accepted.status, back.status];
        assert!(statuses.contains(&200) && statuses.contains(&409), "{statuses:?}");
        let status = read(&one, sent.id).await.task.status;
        let expected = if accepted.status == 200 { TaskStatus::Confirmed } else { TaskStatus::Returned };
        assert_eq!(status, expected);
        server.stop().await;
    });
}

#[test]
fn a_return_says_what_is_missing_and_only_what_was_sent_is_confirmed() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, office) = (server.actor(Role::Unit).await, server.actor(Role::Office).await);
        let task = returned(&office).await;
        let problem = review(&office, &task, "通过", "", "early").send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("not_sent"));
        let sent = submitted(&unit).await;
        let problem = review(&office, &sent, "退回", " ", "silent").send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("what_is_missing"));
        let bad = call(&office, &sent, "/review", "bad").json(&json!({ "verdict": "也许" }));
        bad.send().await.malformed_at(422, "verdict", "bad_value");
        for role in [Role::Unit, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            review(&actor, &sent, "通过", "", "k").send().await.problem(403, "forbidden");
        }
        server.stop().await;
    });
}

#[test]
fn nobody_confirms_what_they_sent_themselves() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let own = first(&office, "unit=01&show=open").await;
        let file = bring(&office, "own").await;
        let answer = call(&office, &own, "/submission", "send").json(&entry("已办", &[&file])).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let sent = first(&office, "unit=01&show=sent").await;
        let problem = review(&office, &sent, "通过", "", "own").send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].rule.to_string(), "R-53");
        server.stop().await;
    });
}
