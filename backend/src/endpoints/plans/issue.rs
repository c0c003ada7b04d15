//! 下达 of an annual plan.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{IssuePlan, PlanIssue};
use axum::{extract::State, response::Response};

/// `POST /api/v1/plans/{id}/issue`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PlanIssue>,
) -> Result<Response, Refusal> {
    perform::<IssuePlan>(&app, &person, &key, id, request).await
}
