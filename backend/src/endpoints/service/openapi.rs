//! The interface, for other programs.

use crate::{answers::Answer, openapi};
use axum::{http::HeaderMap, response::Response};
use std::sync::{Arc, LazyLock};
use utoipa::ToSchema;

/// A description of the interface: OpenAPI 3.1.
#[derive(Debug, ToSchema)]
#[schema(value_type = Object)]
pub struct Description(#[expect(dead_code, reason = "stands for the document in the document")] serde_json::Value);

static DOCUMENT: LazyLock<Arc<Answer>> =
    LazyLock::new(|| Arc::new(Answer::new(openapi::document().to_string().into_bytes())));

/// `GET /api/v1/openapi.json`
pub async fn handle(headers: HeaderMap) -> Response {
    Arc::clone(&DOCUMENT).send(&headers).await
}
