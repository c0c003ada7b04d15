//! The newest entries of the audit log, a line each, for a browser that searches, filters and sorts by itself.

use crate::{
    app::App,
    http::{body::Query, refusal::Refusal},
    pinyin::readings,
};
use anju_domain::{
    api::{AuditList, AuditQuery},
    lists::audit::{MOST_LINES, with_readings},
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/audit/all`
pub async fn handle(State(app): State<App>, Query(query): Query<AuditQuery>) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let list = app.storage.audit_lines(programme.id, query.before, MOST_LINES).await?;
    let lines = list.lines.into_iter().map(|line| with_readings(line, &readings)).collect();
    Ok(([(CACHE_CONTROL, "no-store")], Reply(AuditList { lines, more: list.more })))
}
