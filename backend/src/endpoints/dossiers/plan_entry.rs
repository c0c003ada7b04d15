//! Enters a project community into the annual plan (列入年度计划).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{EnterAnnualPlan, PlanEntry};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/plan-entry`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PlanEntry>,
) -> Result<Response, Refusal> {
    perform::<EnterAnnualPlan>(&app, &person, &key, id, request).await
}
