//! The interface, for other programs.

use crate::openapi;
use axum::{Json as Reply, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/openapi.json`
pub async fn handle() -> impl IntoResponse {
    ([(CACHE_CONTROL, "no-cache")], Reply(openapi::document()))
}
