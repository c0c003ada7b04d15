//! 调整 of an annual plan.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{AdjustPlan, PlanAdjustment};
use axum::{extract::State, response::Response};

/// `POST /api/v1/plans/{id}/adjustment`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PlanAdjustment>,
) -> Result<Response, Refusal> {
    perform::<AdjustPlan>(&app, &person, &key, id, request).await
}
