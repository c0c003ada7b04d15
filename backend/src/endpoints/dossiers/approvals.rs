//! Saves the approvals of a project (审批手续).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ApprovalsEntry, SaveApprovals};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/approvals`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ApprovalsEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveApprovals>(&app, &person, &key, id, request).await
}
