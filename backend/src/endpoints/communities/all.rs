//! Every project community with how it is read, for a browser that searches, filters and sorts by itself. The answer is kept as
//! bytes until something changes.

use crate::{
    app::App,
    endpoints::figures::{answer, json},
    http::refusal::Refusal,
    pinyin::readings,
};
use anju_domain::{api::CommunityPage, lists::communities::rows};
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};

/// `GET /api/v1/communities/all`
pub async fn handle(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    // There is one answer only, whatever query somebody adds.
    answer(&app, &Uri::from_static("/api/v1/communities/all"), &headers, |facts| {
        let rows = rows(facts, Some(&readings));
        json(&CommunityPage { total: i64::try_from(rows.len()).unwrap_or(i64::MAX), rows })
    })
    .await
}
