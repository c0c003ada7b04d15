//! Whether the server can read what it holds, and how its storage is set.

use crate::{app::App, http::refusal::Refusal};
use anju_storage::SettingsReport;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};
use serde::Serialize;
use utoipa::ToSchema;

/// What the server tells about itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    /// The programme's revision, when there is a programme.
    revision: Option<i64>,
    /// How the storage is set.
    #[schema(value_type = Object)]
    storage: SettingsReport,
}

/// `GET /health`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let storage = app.storage.settings_report().await?;
    let revision = match app.find_programme().await? {
        Some(programme) => Some(app.storage.revision(programme.id).await?),
        None => None,
    };
    let health = Health { status: "ok", version: env!("CARGO_PKG_VERSION"), revision, storage };
    Ok(([(CACHE_CONTROL, "no-store")], Reply(health)))
}
