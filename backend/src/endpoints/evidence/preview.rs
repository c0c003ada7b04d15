//! The small preview of a picture.

use super::{file, headers};
use crate::{
    app::App,
    http::{access::SignedIn, identity::Identity, refusal::Refusal},
};
use axum::{extract::State, http::HeaderValue, response::IntoResponse};

/// `GET /api/v1/evidence/{id}/preview`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let file = file(&app, &person, programme.id, id).await?;
    let small = app.files.preview(&file.sha256).await?;
    Ok((headers(HeaderValue::from_static("image/jpeg")), small))
}
