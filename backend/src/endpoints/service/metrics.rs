//! The counts of this server, for programs on the same machine and the system administrator.

use crate::app::App;
use axum::{
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::IntoResponse,
};

/// `GET /metrics`
pub async fn handle(State(app): State<App>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"), (CACHE_CONTROL, "no-store")], app.metrics.text())
}
