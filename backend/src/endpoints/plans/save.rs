//! Makes the plan of a year, or changes its figures.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{PlanSheet, SavePlan};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/plans/{id}`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PlanSheet>,
) -> Result<Response, Refusal> {
    perform::<SavePlan>(&app, &person, &key, id, request).await
}
