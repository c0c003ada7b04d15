//! Everything about one project community. Its tag is the version that a write names.

use super::identity;
use crate::{
    app::App,
    http::{precondition, refusal::Refusal},
};
use axum::{
    Json as Reply,
    extract::{Path, State},
    http::{HeaderValue, header::CACHE_CONTROL},
    response::IntoResponse,
};

/// `GET /api/v1/dossiers/{id}`
pub async fn handle(State(app): State<App>, Path(id): Path<String>) -> Result<impl IntoResponse, Refusal> {
    let id = identity(&id)?;
    let programme = app.programme().await?;
    let dossier = app.storage.dossier(programme.id, id).await?;
    let tag = precondition::tag(dossier.project_community.version);
    Ok(([tag, (CACHE_CONTROL, HeaderValue::from_static("no-store"))], Reply(dossier)))
}
