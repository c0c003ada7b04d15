//! Enters what was paid from a source (资金支付), or corrects it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{PaymentEntry, SavePayment};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/payments`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<PaymentEntry>,
) -> Result<Response, Refusal> {
    perform::<SavePayment>(&app, &person, &key, id, request).await
}
