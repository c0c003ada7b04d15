//! The audit log of a filter as a workbook: all, not a page. `limit` changes nothing here, `before` does.

use crate::{
    app::App,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{
    api::AuditQuery,
    lists::{MOST_ROWS, audit::table},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/audit/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<AuditQuery>,
) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let (found, entries) = app.storage.all_audit_entries(programme.id, &query, MOST_ROWS).await?;
    export::bounded(found)?;
    export::send(turn, move || vec![table(&entries, &query, &programme, today, language)]).await
}
