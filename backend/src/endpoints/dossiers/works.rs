//! Saves the works (改造内容).

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{SaveWorks, WorksEntry};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/works`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<WorksEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveWorks>(&app, &person, &key, id, request).await
}
