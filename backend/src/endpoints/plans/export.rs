//! The annual plans as a workbook, in the order of the page.

use crate::{
    app::App,
    endpoints::figures,
    export,
    http::{language, refusal::Refusal},
};
use anju_domain::lists::plans::table;
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/plans/xlsx`
pub async fn handle(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let facts = figures::current_facts(&app).await?;
    export::send(turn, move || vec![table(&facts, language)]).await
}
