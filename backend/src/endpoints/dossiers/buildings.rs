//! Saves the buildings (楼栋), for every dossier that shares the community.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{BuildingsEntry, SaveBuildings};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/buildings`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<BuildingsEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveBuildings>(&app, &person, &key, id, request).await
}
