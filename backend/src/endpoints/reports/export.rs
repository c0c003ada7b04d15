//! The reports of a question as a workbook: all, not a page, in the columns and in the order that are shown. `offset` and
//! `limit` change nothing here.

use crate::{
    app::App,
    export,
    http::{access::SignedIn, body::Query, language, refusal::Refusal},
    pinyin::readings,
};
use anju_domain::{
    api::ReportQuery,
    finding::Finding,
    lists::{
        MOST_ROWS,
        reports::{LIST, ready, shown, table},
    },
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/reports/xlsx`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    headers: HeaderMap,
    Query(query): Query<ReportQuery>,
) -> Result<Response, Refusal> {
    if let Some(part) = LIST.fault(&shown(&query)) {
        return Err(Refusal::BadQuery(vec![Finding::malformed(part, "bad_value")]));
    }
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let found = app.storage.all_reports(programme.id, person.bound_to_owner(), today, MOST_ROWS).await?;
    export::send(turn, move || {
        let rows: Vec<_> = found.rows.into_iter().map(|row| ready(row, &programme, today, &readings)).collect();
        vec![table(&rows, &query, &programme, today, language)]
    })
    .await
}
