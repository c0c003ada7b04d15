//! The programme with its parameters and bodies.

use crate::{
    app::App,
    http::{precondition, refusal::Refusal},
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/programme`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let known = app.programme().await?;
    // What is edited is read as it stands, also when another server has changed it.
    let programme = app.storage.programme(known.id).await?;
    let tag = precondition::tag(programme.version);
    Ok(([tag], [(CACHE_CONTROL, "no-store")], Reply(programme)))
}
