//! How the server was started: what the system administrator may see, and no page changes.

use crate::{app::App, evidence::LARGEST_FILE, http::refusal::Refusal, sign_in::rule};
use anju_domain::api::ServerSettings;
use anju_storage::{SESSION_ABSOLUTE, SESSION_IDLE};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/server`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let settings = ServerSettings {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        database: app.storage.settings_report().await?.database,
        listen: app.site.listen.to_string(),
        origin: app.site.origin.clone(),
        trusted_proxy: app.site.trusted_proxy.map(|proxy| proxy.to_string()),
        backup_folder: app.backups.folder().display().to_string(),
        session_idle_minutes: SESSION_IDLE.num_minutes(),
        session_hours: SESSION_ABSOLUTE.num_hours(),
        password_length: u32::try_from(rule::LEAST).unwrap_or(u32::MAX),
        largest_file: u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX),
    };
    Ok(([(CACHE_CONTROL, "no-store")], Reply(settings)))
}
