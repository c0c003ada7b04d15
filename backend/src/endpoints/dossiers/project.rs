//! Saves the project (项目), for every dossier that shares it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ProjectEntry, SaveProject};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/project`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ProjectEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveProject>(&app, &person, &key, id, request).await
}
