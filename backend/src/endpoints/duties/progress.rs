//! How duties stand. The answer is kept as bytes until something changes; making it reads no community.

use crate::{app::App, http::refusal::Refusal};
use axum::{extract::State, http::HeaderMap, response::Response};
use std::sync::Arc;

/// `GET /api/v1/duties/progress`
pub async fn handle(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    let standing = app.standing().await?;
    let load = || async { Ok(Arc::new(app.storage.duty_progress(standing.programme, standing.today).await?)) };
    // There is one answer only, whatever query somebody adds.
    let answer = app.duty_answers.get(standing, "/api/v1/duties/progress", load, |facts| {
        serde_json::to_vec(facts).map_err(|error| {
            tracing::error!(%error, "an answer has no form in JSON");
            Refusal::Internal
        })
    });
    Ok(answer.await?.send(&headers).await)
}
