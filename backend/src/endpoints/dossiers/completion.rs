//! Records the completion of works (竣工).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{CompleteWorks, CompletionEntry};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/completion`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<CompletionEntry>,
) -> Result<Response, Refusal> {
    perform::<CompleteWorks>(&app, &person, &key, id, request).await
}
