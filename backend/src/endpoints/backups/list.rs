//! The backups that the server keeps.

use crate::{app::App, http::refusal::Refusal};
use anju_domain::api::BackupsView;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/backups`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    // The folder may lie on a slow disk: it is read off the threads that serve.
    let view = tokio::task::spawn_blocking(move || app.backups.view()).await.map_err(|_| Refusal::Internal)?;
    let view: BackupsView = view.map_err(|error| {
        tracing::error!(%error, "the folder of the backups can't be read");
        Refusal::Unavailable
    })?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(view)))
}
