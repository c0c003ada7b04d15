//! The figures: overview, one chart, or the facts of all. Answers are kept as bytes.

pub mod facts;
pub mod indicator;
pub mod indicator_drawing;
pub mod indicator_export;
pub mod indicator_picture;
pub mod overview;

use crate::{app::App, http::refusal::Refusal};
use anju_domain::indicators::ProgrammeFacts;
use axum::{
    http::{HeaderMap, Uri},
    response::Response,
};
use std::sync::Arc;

/// Answers an address from what is kept, or computes it from the facts of now.
pub(super) async fn answer(
    app: &App,
    uri: &Uri,
    headers: &HeaderMap,
    compute: impl FnOnce(&ProgrammeFacts) -> Result<Vec<u8>, Refusal> + Send + 'static,
) -> Result<Response, Refusal> {
    let standing = app.standing().await?;
    let address = uri.path_and_query().map_or(uri.path(), |address| address.as_str());
    let load = || async { Ok(app.storage.programme_facts(standing.programme, standing.today).await?) };
    Ok(app.answers.get(standing, address, load, compute).await?.send(headers).await)
}

/// The facts of now: those of the last answer, or loaded anew.
pub(crate) async fn current_facts(app: &App) -> Result<Arc<ProgrammeFacts>, Refusal> {
    let standing = app.standing().await?;
    let load = || async { Ok(app.storage.programme_facts(standing.programme, standing.today).await?) };
    app.answers.facts(standing, load).await
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(value).map_err(|error| {
        tracing::error!(%error, "an answer has no form in JSON");
        Refusal::Internal
    })
}
