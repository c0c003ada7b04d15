//! Takes a community out of the programme (调出).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{Withdraw, WithdrawalEntry};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/withdrawal`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<WithdrawalEntry>,
) -> Result<Response, Refusal> {
    perform::<Withdraw>(&app, &person, &key, id, request).await
}
