//! Whether the server can read what it holds, and how its storage is set.

use crate::{app::App, clock::Clock, http::refusal::Refusal};
use anju_domain::api::BackupAlert;
use anju_storage::SettingsReport;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// What the server tells about itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// `ok`, or `degraded` when it serves and somebody has to look.
    status: &'static str,
    version: &'static str,
    /// The programme's revision, when there is a programme.
    revision: Option<i64>,
    /// When the newest proved backup was made, and what is wrong with that.
    backup: BackupHealth,
    /// How the storage is set.
    #[schema(value_type = Object)]
    storage: SettingsReport,
}

/// What the server tells about its backups.
#[derive(Debug, Serialize, ToSchema)]
struct BackupHealth {
    newest_proved: Option<DateTime<Utc>>,
    alert: Option<BackupAlert>,
}

/// `GET /health`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let storage = app.storage.settings_report().await?;
    let revision = match app.find_programme().await? {
        Some(programme) => Some(app.storage.revision(programme.id).await?),
        None => None,
    };
    let backup = BackupHealth { newest_proved: app.backups.newest_proved(), alert: app.backups.alert(Clock::real()) };
    let status = if backup.alert.is_none() { "ok" } else { "degraded" };
    let health = Health { status, version: env!("CARGO_PKG_VERSION"), revision, backup, storage };
    Ok(([(CACHE_CONTROL, "no-store")], Reply(health)))
}
