//! A task with its evidence. Its tag is the version that a write names.

use crate::{
    app::App,
    http::{access::SignedIn, identity::Identity, precondition, refusal::Refusal},
};
use axum::{
    Json as Reply,
    extract::State,
    http::{HeaderValue, header::CACHE_CONTROL},
    response::IntoResponse,
};

/// `GET /api/v1/duties/{id}`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let mut duty = app.storage.duty(programme.id, &person.task_actor(), id).await?;
    for file in &mut duty.evidence {
        // A picture that nobody could read has none.
        file.preview = file.preview && app.files.has_preview(&file.evidence.sha256).await;
    }
    let tag = precondition::tag(duty.task.version);
    Ok(([tag, (CACHE_CONTROL, HeaderValue::from_static("no-store"))], Reply(duty)))
}
