//! Saves what there is of a month's report; nothing is sent.

use super::enter;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::{acts::SaveReport, reports::ReportEntry};
use axum::{extract::State, response::Response};

/// `PUT /api/v1/dossiers/{id}/report`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ReportEntry>,
) -> Result<Response, Refusal> {
    enter::<SaveReport>(&app, &person, &key, id, request).await
}
