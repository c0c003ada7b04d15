//! A readable page for a browser that lacks what the application needs.

use crate::pages;
use axum::response::Response;

/// `GET /unsupported`
pub async fn handle() -> Response {
    pages::unsupported()
}
