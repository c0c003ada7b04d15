//! A page of the project communities, by plan year and code unless another order is asked for.

use super::{asked, dictionary};
use crate::{
    app::App,
    endpoints::figures::current_facts,
    http::{body::Query, page, refusal::Refusal},
};
use anju_domain::{
    api::{CommunityPage, CommunityQuery, CommunityRow},
    lists::communities::{LIST, rows},
};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// How many rows a page has when nothing else is asked for.
const PAGE: u32 = 50;

/// `GET /api/v1/communities`
pub async fn handle(State(app): State<App>, Query(query): Query<CommunityQuery>) -> Result<impl IntoResponse, Refusal> {
    page::check(query.limit)?;
    let shown = asked(&query)?;
    let facts = current_facts(&app).await?;
    let rows = rows(&facts, dictionary(&query));
    let places = LIST.select(&rows, &shown);
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (offset, limit) = (count(query.offset.unwrap_or(0)), count(query.limit.unwrap_or(PAGE)));
    let total = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let of_page = places.into_iter().skip(offset).take(limit).filter_map(|place| rows.get(place).cloned());
    let rows = of_page.map(|row| CommunityRow { readings: String::new(), ..row }).collect();
    Ok(([(CACHE_CONTROL, "no-store")], Reply(CommunityPage { total, rows })))
}
