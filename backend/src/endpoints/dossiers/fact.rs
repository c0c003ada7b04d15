//! Records what has happened although a gate refuses it (据实登记).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{FactEntry, RecordFact};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/facts`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<FactEntry>,
) -> Result<Response, Refusal> {
    perform::<RecordFact>(&app, &person, &key, id, request).await
}
