//! Takes over works that have begun (存量项目补录).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{OpeningEntry, SaveOpeningBalance};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/opening-balance`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<OpeningEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveOpeningBalance>(&app, &person, &key, id, request).await
}
