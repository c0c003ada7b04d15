//! Saves what a unit has so far; nothing is sent.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{DutyEntry, SaveDuty};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/duties/{id}`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<DutyEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveDuty>(&app, &person, &key, id, request).await
}
