//! The report of a month with what its form rests on. Its tag is the version that a write names.

use crate::{
    app::App,
    http::{access::SignedIn, body::Query, identity::Identity, precondition, refusal::Refusal},
};
use anju_domain::api::ReportPeriod;
use axum::{
    Json as Reply,
    extract::State,
    http::{HeaderValue, header::CACHE_CONTROL},
    response::IntoResponse,
};

/// `GET /api/v1/dossiers/{id}/report`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Query(query): Query<ReportPeriod>,
) -> Result<impl IntoResponse, Refusal> {
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let mut view = app.storage.report(programme.id, person.bound_to_owner(), id, query.period, today).await?;
    for photo in &mut view.photos {
        // A picture that nobody could read has none.
        photo.preview = photo.preview && app.files.has_preview(&photo.evidence.sha256).await;
    }
    let tag = precondition::tag(view.version);
    Ok(([tag, (CACHE_CONTROL, HeaderValue::from_static("no-store"))], Reply(view)))
}
