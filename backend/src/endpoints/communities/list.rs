//! A page of the project communities, by plan year and code.

use crate::{
    app::App,
    http::{body::Query, refusal::Refusal},
};
use anju_domain::{
    api::{CommunityPage, CommunityQuery},
    finding::Finding,
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// The most rows of a page.
const LONGEST_PAGE: u32 = 200;

/// `GET /api/v1/communities`
pub async fn handle(State(app): State<App>, Query(query): Query<CommunityQuery>) -> Result<impl IntoResponse, Refusal> {
    if query.limit.is_some_and(|limit| limit == 0 || limit > LONGEST_PAGE) {
        return Err(Refusal::BadQuery(vec![Finding::malformed("limit", "limit")]));
    }
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page: CommunityPage = app.storage.communities(programme.id, &query, today).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}
