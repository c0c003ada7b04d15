//! What is missing as a workbook: all of it by community, then how much by body.

use super::asked;
use crate::{
    app::App,
    export,
    http::{body::Query, language, refusal::Refusal},
};
use anju_domain::{api::MissingQuery, lists::missing::tables};
use axum::{extract::State, http::HeaderMap, response::Response};

/// `GET /api/v1/missing/xlsx`
pub async fn handle(
    State(app): State<App>,
    headers: HeaderMap,
    query: Query<MissingQuery>,
) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let turn = app.exports.turn().await?;
    let asked = asked(&app, &query).await?;
    export::send(turn, move || {
        tables(&asked.programme, &asked.own, query.0.unit.as_deref(), asked.today, language).into()
    })
    .await
}
