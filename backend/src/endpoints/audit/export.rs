//! What is shown of the audit log as a workbook: of the newest entries those that a question asks for, in its order. `limit`
//! changes nothing here, `before` does.

use crate::{
    app::App,
    export,
    http::{body::Query, language, refusal::Refusal},
    pinyin::readings,
};
use anju_domain::{
    api::AuditQuery,
    finding::Finding,
    lists::audit::{LIST, MOST_LINES, shown, table},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/audit/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<AuditQuery>,
) -> Result<Response, Refusal> {
    if let Some(part) = LIST.fault(&shown(&query)) {
        return Err(Refusal::BadQuery(vec![Finding::malformed(part, "bad_value")]));
    }
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let all = AuditQuery { before: query.before, ..AuditQuery::default() };
    let entries = app.storage.newest_audit_entries(programme.id, &all, MOST_LINES).await?;
    export::send(turn, move || vec![table(&entries, &query, &programme, today, language, &readings)]).await
}
