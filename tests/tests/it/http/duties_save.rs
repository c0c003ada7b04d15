//! Saving what a unit has so far.

use anju_domain::{api::Saved, model::Role, policy::stages::TaskStatus};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{bring, call, entry, first, read, returned},
};
use serde_json::json;

#[test]
fn what_is_saved_is_read_back_and_nothing_is_sent() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let task = returned(&unit).await;
        let file = bring(&unit, "one").await;
        let answer = call(&unit, &task, "", "one").json(&entry("正在补拍", &[&file])).send().await;
        let saved: Saved = answer.json();
        assert_eq!(saved.version, task.version + 1);
        assert_eq!(answer.header("etag"), Some(format!("\"{}\"", saved.version).as_str()));
        let view = read(&unit, task.id).await;
        assert_eq!((view.task.status, view.task.report.as_str()), (TaskStatus::Returned, "正在补拍"));
        assert_eq!(view.task.evidence, [file.id]);
        server.stop().await;
    });
}

#[test]
fn the_second_of_two_editors_is_told_the_version_that_stands() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let task = returned(&unit).await;
        let saved: Saved = call(&unit, &task, "", "one").json(&entry("甲", &[])).send().await.json();
        let problem = call(&unit, &task, "", "two").json(&entry("乙", &[])).send().await.problem(409, "stale_version");
        assert_eq!(problem.version, Some(saved.version));
        assert_eq!(read(&unit, task.id).await.task.report, "甲");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (unit, town) = (server.actor(Role::Unit).await, server.actor(Role::Town).await);
        let (task, foreign) = (returned(&unit).await, bring(&town, "of the town").await);
        let revision = server.revision().await;
        for (number, (body, path, why)) in [
            (json!({ "report": "x", "evidence": [], "status": "已核" }), "status", "unknown_field"),
            (json!({ "report": 1, "evidence": [] }), "report", "wrong_type"),
            (json!({ "report": "x", "evidence": ["1"] }), "evidence/0", "bad_value"),
            (json!({ "report": "x" }), "", "missing_field"),
            (json!([]), "", "wrong_type"),
        ]
        .iter()
        .enumerate()
        {
            call(&unit, &task, "", &format!("bad-{number}")).json(body).send().await.malformed_at(422, path, why);
        }
        for (body, path, why) in [
            (entry(&"长".repeat(4001), &[]), "report", "too_long"),
            (entry("x", &[&foreign]), "evidence/0", "unknown_evidence"),
        ] {
            let problem = call(&unit, &task, "", why).json(&body).send().await.problem(422, "refused");
            let found: Vec<_> =
                problem.findings.iter().map(|found| (found.path.as_str(), found.params.text("why"))).collect();
            assert_eq!(found, [(path, Some(why))]);
        }
        call(&unit, &task, "", "k").without("if-match").json(&entry("", &[])).send().await.problem(428, "malformed");
        let keyless = call(&unit, &task, "", "k").without("idempotency-key").json(&entry("", &[]));
        keyless.send().await.problem(400, "malformed");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn a_task_of_another_unit_is_not_there() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let foreign = first(&office, "unit=16&show=open").await;
        let unit = server.actor(Role::Unit).await;
        for act in ["", "/submission"] {
            call(&unit, &foreign, act, "k").json(&entry("x", &[])).send().await.problem(404, "not_found");
        }
        call(&unit, &foreign, "/waiver", "k").json(&json!({ "reason": "x" })).send().await.problem(404, "not_found");
        server.stop().await;
    });
}
