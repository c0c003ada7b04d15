//! Every report that one may see with how it is read, for a browser that searches, filters and sorts by itself.

use crate::{
    answers::Answer,
    app::App,
    endpoints::figures::json,
    http::{access::SignedIn, refusal::Refusal},
    pinyin::readings,
};
use anju_domain::{
    api::ReportList,
    lists::{MOST_ROWS, reports::ready},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use std::sync::Arc;

/// `GET /api/v1/reports/all`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let found = app.storage.all_reports(programme.id, person.bound_to_owner(), today, MOST_ROWS).await?;
    let made = tokio::task::spawn_blocking(move || {
        let rows = found.rows.into_iter().map(|row| ready(row, &programme, today, &readings)).collect();
        json(&ReportList { rows, ..found }).map(Answer::new)
    });
    let answer = made.await.map_err(|_| Refusal::Internal)??;
    Ok(Arc::new(answer).send(&headers).await)
}
