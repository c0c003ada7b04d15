//! One chart as a value.

use super::{answer, json};
use crate::{
    app::App,
    http::{body, refusal::Refusal},
};
use anju_domain::indicators::{self, FigureQuery};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};

/// `GET /api/v1/indicators/{id}`
pub async fn handle(
    State(app): State<App>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let query: FigureQuery = body::from_query(uri.query().unwrap_or_default())?;
    answer(&app, &uri, &headers, move |facts| {
        let chart = indicators::compute(&id, facts, &query.filter(), query.lang).ok_or(Refusal::NotFound)?;
        json(&chart)
    })
    .await
}
