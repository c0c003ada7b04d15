//! What is missing, a page of communities at a time.

use super::asked;
use crate::{
    app::App,
    http::{body::Query, page, refusal::Refusal},
};
use anju_domain::api::MissingQuery;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// How many communities a page has when nothing else is asked for.
const PAGE: u32 = 50;

/// `GET /api/v1/missing`
pub async fn handle(State(app): State<App>, query: Query<MissingQuery>) -> Result<impl IntoResponse, Refusal> {
    page::check(query.0.limit)?;
    let asked = asked(&app, &query).await?;
    let view = asked.view(query.0.offset.unwrap_or(0), query.0.limit.unwrap_or(PAGE));
    Ok(([(CACHE_CONTROL, "no-store")], Reply(view)))
}
