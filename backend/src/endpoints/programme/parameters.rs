//! Sets parameters from a day on.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ParameterEntry, SetParameters};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/programme/parameters`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Precondition(key): Precondition,
    Json(request): Json<ParameterEntry>,
) -> Result<Response, Refusal> {
    perform::<SetParameters>(&app, &person, &key, request).await
}
