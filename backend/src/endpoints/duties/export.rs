//! The tasks that one may see, as a workbook: all of the filter, not a page of it. `offset` and `limit` belong to the page
//! and change nothing here.

use super::list;
use crate::{
    app::App,
    export,
    http::{access::SignedIn, body::Query, language, refusal::Refusal},
};
use anju_domain::{
    api::DutyQuery,
    lists::{MOST_ROWS, duties::Listing},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/duties/xlsx`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    headers: HeaderMap,
    Query(query): Query<DutyQuery>,
) -> Result<Response, Refusal> {
    let (query, own) = list::of_who_asks(&person, query)?;
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page = app.storage.all_duties(programme.id, &query, today, MOST_ROWS).await?;
    export::bounded(page.numbers.of(query.show))?;
    export::send(turn, move || {
        vec![Listing { query: &query, own, programme: &programme, today, language }.table(&page)]
    })
    .await
}
