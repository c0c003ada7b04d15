//! A page of the audit log, newest first.

use crate::{
    app::App,
    http::{body::Query, refusal::Refusal},
};
use anju_domain::{
    api::{AuditPage, AuditQuery},
    finding::Finding,
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// The most entries of a page.
const LONGEST_PAGE: u32 = 200;

/// `GET /api/v1/audit`
pub async fn handle(State(app): State<App>, Query(query): Query<AuditQuery>) -> Result<impl IntoResponse, Refusal> {
    if query.limit.is_some_and(|limit| limit == 0 || limit > LONGEST_PAGE) {
        return Err(Refusal::BadQuery(vec![Finding::malformed("limit", "limit")]));
    }
    let programme = app.programme().await?;
    let page: AuditPage = app.storage.audit_page(programme.id, &query).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}
