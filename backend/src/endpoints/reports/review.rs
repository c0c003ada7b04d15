//! Accepts a month's report, or returns it.

use super::perform;
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
};
use anju_domain::acts::{ReportReview, ReviewReport};
use axum::{extract::State, response::Response};

/// `POST /api/v1/dossiers/{id}/report/review`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ReportReview>,
) -> Result<Response, Refusal> {
    perform::<ReviewReport>(&app, &person, &key, id, request).await
}
