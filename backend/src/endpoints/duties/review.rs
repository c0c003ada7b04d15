//! Confirms a task, or returns it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{DutyReview, ReviewDuty};
use axum::{extract::State, response::Response};

/// `POST /api/v1/duties/{id}/review`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<DutyReview>,
) -> Result<Response, Refusal> {
    perform::<ReviewDuty>(&app, &person, &key, id, request).await
}
