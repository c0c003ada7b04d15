//! An annual plan goes back to 拟定.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{PlanReturn, ReturnPlan};
use axum::{extract::State, response::Response};

/// `POST /api/v1/plans/{id}/return`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PlanReturn>,
) -> Result<Response, Refusal> {
    perform::<ReturnPlan>(&app, &person, &key, id, request).await
}
