//! A page of the project communities, by plan year and code.

use crate::{
    app::App,
    http::{body::Query, page, refusal::Refusal},
};
use anju_domain::api::{CommunityPage, CommunityQuery};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/communities`
pub async fn handle(State(app): State<App>, Query(query): Query<CommunityQuery>) -> Result<impl IntoResponse, Refusal> {
    page::check(query.limit)?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page: CommunityPage = app.storage.communities(programme.id, &query, today).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}
