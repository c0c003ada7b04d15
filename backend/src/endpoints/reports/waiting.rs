//! Reports that wait for whoever asks: a project owner's own, the office's to review.

use crate::{
    app::App,
    http::{access::SignedIn, refusal::Refusal},
};
use anju_domain::api::{ReportQuery, ReportRow, ReportShow, ReportWaiting, ReportsWaiting};
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// How many are named.
const NAMED: u32 = 6;

/// `GET /api/v1/reports/waiting`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<impl IntoResponse, Refusal> {
    let owner = person.bound_to_owner().map(str::to_owned);
    let show = if owner.is_some() { ReportShow::Waiting } else { ReportShow::Sent };
    let query = ReportQuery { show, owner, limit: Some(NAMED), ..ReportQuery::default() };
    let programme = app.programme().await?;
    let page = app.storage.reports(programme.id, &query, app.clock.today(Some(&programme))).await?;
    let named = |row: ReportRow| ReportWaiting {
        project_community: row.project_community,
        community: row.community,
        period: row.period,
        due: row.due,
    };
    let waiting = ReportsWaiting { count: page.total, next: page.rows.into_iter().map(named).collect() };
    Ok(([(CACHE_CONTROL, "no-store")], Reply(waiting)))
}
