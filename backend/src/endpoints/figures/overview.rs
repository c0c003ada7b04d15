//! What 总览 shows, in one answer.

use super::{answer, json};
use crate::{
    app::App,
    http::{body, refusal::Refusal},
};
use anju_domain::indicators::{self, FigureQuery};
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};

/// `GET /api/v1/overview`
pub async fn handle(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, Refusal> {
    let query: FigureQuery = body::from_query(uri.query().unwrap_or_default())?;
    answer(&app, &uri, &headers, move |facts| json(&indicators::overview(facts, &query.filter(), query.lang))).await
}
