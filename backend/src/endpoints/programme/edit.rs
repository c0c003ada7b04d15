//! Changes name, last year, targets and windows of the programme.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{EditProgramme, ProgrammeEdit};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/programme`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Precondition(key): Precondition,
    Json(request): Json<ProgrammeEdit>,
) -> Result<Response, Refusal> {
    perform::<EditProgramme>(&app, &person, &key, request).await
}
