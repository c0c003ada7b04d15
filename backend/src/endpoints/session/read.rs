//! Who one is.

use super::view;
use crate::{
    app::App,
    http::{access::SignedIn, refusal::Refusal},
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/session`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<impl IntoResponse, Refusal> {
    Ok(([(CACHE_CONTROL, "no-store")], Reply(view(&app, &person).await?)))
}
