//! What tests of the tasks of units have in common: finding one, acting on it, bringing a file.

use crate::actor::{Actor, Call};
use anju_domain::{
    acts::DutyEntry,
    api::{DutyPage, DutyRow, DutyView, Saved},
    model::Evidence,
};
use anju_server::first_accounts::new_id;
use serde_json::json;
use uuid::Uuid;

/// The list of tasks.
pub const LIST: &str = "/api/v1/duties";

/// The first task of a list.
pub async fn first(actor: &Actor, query: &str) -> DutyRow {
    let page: DutyPage = actor.get(&format!("{LIST}?{query}")).await.json();
    page.rows.into_iter().next().expect("the sample has such a task")
}

/// A task as somebody sees it.
pub async fn read(actor: &Actor, id: Uuid) -> DutyView {
    actor.get(&format!("{LIST}/{id}")).await.json()
}

/// The task of the sample that was returned to the emergency management bureau.
pub async fn returned(actor: &Actor) -> DutyRow {
    first(actor, "unit=11&show=overdue").await
}

/// A call on a task: `""` for the task itself, `/submission` and so on.
pub fn call(actor: &Actor, task: &DutyRow, act: &str, key: &str) -> Call {
    let method = if act.is_empty() { "PUT" } else { "POST" };
    actor.call(method, &format!("{LIST}/{}{act}", task.id)).write(task.version, key)
}

/// A small PDF whose content nobody else has.
pub fn pdf(text: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {text}\n%%EOF\n").into_bytes()
}

/// A call that brings a file.
pub fn bringing(actor: &Actor, id: Uuid, name: &str, content: &[u8]) -> Call {
    actor.call("PUT", &format!("/api/v1/evidence/{id}?name={name}")).bytes(content)
}

/// Brings a file of this text.
pub async fn bring(actor: &Actor, text: &str) -> Evidence {
    let answer = bringing(actor, new_id(1_665_187_200_000), "scan.pdf", &pdf(text)).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// An entry with this file.
pub fn entry(report: &str, files: &[&Evidence]) -> DutyEntry {
    DutyEntry { report: report.to_owned(), evidence: files.iter().map(|file| file.id).collect() }
}

/// The task of the bureau sent to the office; as it stands then.
pub async fn submitted(unit: &Actor) -> DutyRow {
    let task = returned(unit).await;
    let file = bring(unit, "submitted").await;
    let saved: Saved =
        call(unit, &task, "/submission", "submitted").json(&entry("已重拍", &[&file])).send().await.json();
    DutyRow { version: saved.version, ..task }
}

/// What the office says of a task.
pub fn review(office: &Actor, task: &DutyRow, verdict: &str, said: &str, key: &str) -> Call {
    call(office, task, "/review", key).json(&json!({ "verdict": verdict, "said": said }))
}
