//! Enters what has arrived from a source (资金到位), or corrects it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ReceiptEntry, SaveReceipt};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/receipts`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ReceiptEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveReceipt>(&app, &person, &key, id, request).await
}
