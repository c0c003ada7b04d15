//! Saves the funding of a project community (资金落实).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{FundingEntry, SaveFunding};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/funding`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<FundingEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveFunding>(&app, &person, &key, id, request).await
}
