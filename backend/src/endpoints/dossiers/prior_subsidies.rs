//! Saves the aid received before (曾获补助), for every dossier that shares the community.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{PriorSubsidiesEntry, SavePriorSubsidies};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/prior-subsidies`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PriorSubsidiesEntry>,
) -> Result<Response, Refusal> {
    perform::<SavePriorSubsidies>(&app, &person, &key, id, request).await
}
