//! 职责落实情况 as a workbook: the table of units in the order of the page, and the heat map of a year.

use crate::{
    app::App,
    endpoints::figures,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{
    api::DutyStandingQuery,
    finding::Finding,
    lists::duty_standing::{sorts, tables},
};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/duties/progress/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<DutyStandingQuery>,
) -> Result<Response, Refusal> {
    let sort = query.sort.unwrap_or_default();
    if !sorts(&sort) {
        return Err(Refusal::BadQuery(vec![Finding::malformed("sort", "bad_value")]));
    }
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let facts = figures::current_facts(&app).await?;
    export::send(turn, move || tables(&facts, query.year, &sort, language).into()).await
}
