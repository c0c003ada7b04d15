//! Sends a task to the office.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{DutyEntry, SubmitDuty};
use axum::{extract::State, response::Response};

/// `POST /api/v1/duties/{id}/submission`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<DutyEntry>,
) -> Result<Response, Refusal> {
    perform::<SubmitDuty>(&app, &person, &key, id, request).await
}
