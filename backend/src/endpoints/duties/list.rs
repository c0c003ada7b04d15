//! A page of the tasks that one may see. A unit that asks for another one's tasks finds none such.

use crate::{
    app::App,
    http::{access::SignedIn, body::Query, page, refusal::Refusal},
};
use anju_domain::api::DutyQuery;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/duties`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Query(query): Query<DutyQuery>,
) -> Result<impl IntoResponse, Refusal> {
    page::check(query.limit)?;
    let own = person.task_actor().unit;
    if own.is_some() && query.unit.is_some() && query.unit != own {
        return Err(Refusal::NotFound);
    }
    let query = DutyQuery { unit: own.or(query.unit), ..query };
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page = app.storage.duties(programme.id, &query, today).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}
