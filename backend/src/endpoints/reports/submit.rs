//! Sends a month's report to the office.

use super::enter;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::{acts::SubmitReport, reports::ReportEntry};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/report/submission`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ReportEntry>,
) -> Result<Response, Refusal> {
    enter::<SubmitReport>(&app, &person, &key, id, request).await
}
