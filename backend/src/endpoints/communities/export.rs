//! The project communities of a question as a workbook: all, not a page, in the columns and in the order that are shown.
//! `offset` and `limit` change nothing here.

use super::{asked, dictionary};
use crate::{
    app::App,
    endpoints::figures::current_facts,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{
    api::CommunityQuery,
    lists::communities::{rows, table},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/communities/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<CommunityQuery>,
) -> Result<Response, Refusal> {
    asked(&query)?;
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let facts = current_facts(&app).await?;
    export::send(turn, move || {
        let rows = rows(&facts, dictionary(&query));
        vec![table(&rows, &query, &facts.programme, facts.as_of, language)]
    })
    .await
}
