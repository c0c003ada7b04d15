//! Saves the votes of the owners (居民表决).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ConsentEntry, SaveConsentRounds};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/consent-rounds`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ConsentEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveConsentRounds>(&app, &person, &key, id, request).await
}
