//! Takes back a receipt or payment that never was.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{MoneyTakenBack, TakeBackMoney};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/money/taken-back`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<MoneyTakenBack>,
) -> Result<Response, Refusal> {
    perform::<TakeBackMoney>(&app, &person, &key, id, request).await
}
