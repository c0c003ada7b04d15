//! Saves the bodies of the programme.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{BodiesEntry, SaveBodies};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/programme/bodies`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Precondition(key): Precondition,
    Json(request): Json<BodiesEntry>,
) -> Result<Response, Refusal> {
    perform::<SaveBodies>(&app, &person, &key, request).await
}
