//! Saves scope and schedule (改造规模与计划).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{SaveSchedule, ScheduleEntry};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/schedule`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ScheduleEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveSchedule>(&app, &person, &key, id, request).await
}
