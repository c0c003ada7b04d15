//! Closes what a recorded fact left open (手续补办).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{CloseOpenFinding, ClosureEntry};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/closures`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ClosureEntry>,
) -> Result<Response, Refusal> {
    perform::<CloseOpenFinding>(&app, &person, &key, id, request).await
}
