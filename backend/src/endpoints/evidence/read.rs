//! The content of a file, as an attachment.

use super::{file, headers};
use crate::{
    app::App,
    http::{access::SignedIn, attachment, identity::Identity, refusal::Refusal},
};
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse,
};

/// `GET /api/v1/evidence/{id}`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let file = file(&app, &person, programme.id, id).await?;
    let content = app.files.content(&file.sha256).await?;
    let media_type = HeaderValue::try_from(&file.media_type).map_err(|_| Refusal::Internal)?;
    let own = [
        (header::CONTENT_DISPOSITION, attachment::named(&file.name)),
        (header::CONTENT_LENGTH, HeaderValue::from(file.size)),
    ];
    Ok((headers(media_type), own, content))
}
