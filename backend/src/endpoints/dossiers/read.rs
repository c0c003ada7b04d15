//! Everything about one project community. Its tag is the version that a write names.

use crate::{
    app::App,
    http::{identity::Identity, precondition, refusal::Refusal},
};
use axum::{
    Json as Reply,
    extract::State,
    http::{HeaderValue, header::CACHE_CONTROL},
    response::IntoResponse,
};

/// `GET /api/v1/dossiers/{id}`
pub async fn handle(State(app): State<App>, Identity(id): Identity) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let dossier = app.storage.dossier(programme.id, id).await?;
    let tag = precondition::tag(dossier.project_community.version);
    Ok(([tag, (CACHE_CONTROL, HeaderValue::from_static("no-store"))], Reply(dossier)))
}
