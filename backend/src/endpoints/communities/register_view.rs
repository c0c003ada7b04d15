//! What a registration may name: communities, projects, the code that is free next.

use crate::{app::App, http::refusal::Refusal};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/communities/register`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let view = app.storage.register_view(programme.id, app.clock.today(Some(&programme))).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(view)))
}
