//! Revokes the acceptance of completed works (撤销验收).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{RevocationEntry, RevokeAcceptance};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/revocation`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<RevocationEntry>,
) -> Result<Response, Refusal> {
    perform::<RevokeAcceptance>(&app, &person, &key, id, request).await
}
