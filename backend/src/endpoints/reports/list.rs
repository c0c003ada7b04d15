//! A page of the reports that one may see. A project owner that asks for another one's reports finds none such.

use crate::{
    app::App,
    http::{access::SignedIn, body::Query, page, refusal::Refusal},
};
use anju_domain::api::ReportQuery;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/reports`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Query(mut query): Query<ReportQuery>,
) -> Result<impl IntoResponse, Refusal> {
    page::check(query.limit)?;
    if let Some(own) = person.bound_to_owner() {
        if query.owner.as_deref().is_some_and(|asked| asked != own) {
            return Err(Refusal::NotFound);
        }
        query.owner = Some(own.to_owned());
    }
    let programme = app.programme().await?;
    let page = app.storage.reports(programme.id, &query, app.clock.today(Some(&programme))).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}
