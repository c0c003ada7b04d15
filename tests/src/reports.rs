//! What tests of monthly reports have in common: reading one, writing and sending it, judging it.

use crate::actor::{Actor, Call};
use anju_domain::{
    api::{ReportView, Saved},
    exact::{Money, Month, Progress},
    reports::ReportEntry,
};
use serde_json::json;
use uuid::Uuid;

/// The list of reports.
pub const LIST: &str = "/api/v1/reports";
/// The month that the sample has not reported yet.
pub const MONTH: &str = "2022-10";

/// Where the report of a project community is.
pub fn place(community: Uuid, act: &str) -> String {
    format!("/api/v1/dossiers/{community}/report{act}")
}

/// The report of a month as somebody sees it.
pub async fn read(actor: &Actor, community: Uuid, period: &str) -> ReportView {
    actor.get(&format!("{}?period={period}", place(community, ""))).await.json()
}

/// A report: progress in tenths of a percent, investment of the month in fen.
pub fn entry(period: &str, tenths: i64, fen: i64) -> ReportEntry {
    ReportEntry {
        period: month(period),
        cum_progress: Progress::from_tenths(tenths),
        month_invest: Money::from_fen(fen),
        problems: "节能班组不足".to_owned(),
        next_steps: "屋面收尾".to_owned(),
        photos: Vec::new(),
    }
}

/// A month.
pub fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A call on a report: `""` saves it, `/submission` and so on.
pub fn call(actor: &Actor, community: Uuid, act: &str, version: i64, key: &str) -> Call {
    let method = if act.is_empty() { "PUT" } else { "POST" };
    actor.call(method, &place(community, act)).write(version, key)
}

/// The report of October sent to the office; its version then.
pub async fn submitted(owner: &Actor, community: Uuid) -> i64 {
    let version = read(owner, community, MONTH).await.version;
    let answer =
        call(owner, community, "/submission", version, "submitted").json(&entry(MONTH, 700, 5_000_000)).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json::<Saved>().version
}

/// What the office says of the report of October.
pub fn review(office: &Actor, community: Uuid, version: i64, verdict: &str, said: &str) -> Call {
    let body = json!({ "period": MONTH, "verdict": verdict, "said": said });
    call(office, community, "/review", version, &format!("review-{version}")).json(&body)
}
