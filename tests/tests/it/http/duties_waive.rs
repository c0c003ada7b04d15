//! Saying that a task doesn't concern the unit.

use anju_domain::{acts::NOTHING_THIS_MONTH, model::Role, policy::stages::TaskStatus};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::{call, first, read, returned},
};
use serde_json::json;

#[test]
fn a_month_without_events_is_reported_in_one_step() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let town = server.actor(Role::Town).await;
        let monthly = first(&town, "show=overdue").await;
        let answer = call(&town, &monthly, "/waiver", "k").json(&json!({ "reason": NOTHING_THIS_MONTH })).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let task = read(&town, monthly.id).await.task;
        assert_eq!((task.status, task.reason.as_str()), (TaskStatus::NotConcerned, NOTHING_THIS_MONTH));
        server.stop().await;
    });
}

#[test]
fn a_reason_is_needed_and_only_a_monthly_duty_is_reported_as_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let task = returned(&unit).await;
        for (key, reason) in [("empty", " "), ("monthly", NOTHING_THIS_MONTH)] {
            let answer = call(&unit, &task, "/waiver", key).json(&json!({ "reason": reason })).send().await;
            let problem = answer.problem(422, "refused");
            assert_eq!(problem.findings[0].path, "reason", "{key}");
        }
        let unknown = call(&unit, &task, "/waiver", "k").json(&json!({ "reason": "x", "unit": "03" }));
        unknown.send().await.malformed_at(422, "unit", "unknown_field");
        assert_eq!(read(&unit, task.id).await.task.version, task.version);
        server.stop().await;
    });
}
