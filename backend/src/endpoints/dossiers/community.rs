//! Saves the basic data of the community (小区基本情况), for every dossier that shares it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{CommunityEntry, SaveCommunity};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/community`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<CommunityEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveCommunity>(&app, &person, &key, id, request).await
}
