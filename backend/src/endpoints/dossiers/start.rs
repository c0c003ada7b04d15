//! Records the start of works (开工).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{StartEntry, StartWorks};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/start`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<StartEntry>,
) -> Result<Response, Refusal> {
    perform::<StartWorks>(&app, &person, &key, id, request).await
}
