//! The project communities of a filter as a workbook: all, not a page. `offset` and `limit` change nothing here.

use crate::{
    app::App,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{
    api::CommunityQuery,
    lists::{MOST_ROWS, communities::table},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/communities/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<CommunityQuery>,
) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page = app.storage.all_communities(programme.id, &query, today, MOST_ROWS).await?;
    export::bounded(page.total)?;
    export::send(turn, move || vec![table(&page, &query, &programme, today, language)]).await
}
