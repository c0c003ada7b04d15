//! Corrects the figures of the last accepted report.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{CorrectReport, ReportCorrection};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/report/correction`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ReportCorrection>,
) -> Result<Response, Refusal> {
    perform::<CorrectReport>(&app, &person, &key, id, request).await
}
