//! The facts from which the browser computes every chart.

use super::{answer, json};
use crate::{app::App, http::refusal::Refusal};
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};

/// `GET /api/v1/facts`
pub async fn handle(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    // There is one answer only, whatever query somebody adds.
    answer(&app, &Uri::from_static("/api/v1/facts"), &headers, json).await
}
