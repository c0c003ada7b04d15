//! Says that a task doesn't concern its unit.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{DutyWaiver, WaiveDuty};
use axum::{extract::State, response::Response};

/// `POST /api/v1/duties/{id}/waiver`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<DutyWaiver>,
) -> Result<Response, Refusal> {
    perform::<WaiveDuty>(&app, &person, &key, id, request).await
}
