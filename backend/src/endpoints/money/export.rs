//! 到位、支付、结余 as a workbook: a sheet a view, the one that the page shows first.

use crate::{
    app::App,
    endpoints::figures,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{api::MoneyQuery, lists::money::tables};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/money/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<MoneyQuery>,
) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let facts = figures::current_facts(&app).await?;
    export::send(turn, move || tables(&facts, query.year, query.view, language)).await
}
