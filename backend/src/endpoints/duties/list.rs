//! A page of the tasks that one may see. A unit that asks for another one's tasks finds none such.

use crate::{
    app::App,
    http::{access::SignedIn, body::Query, page, refusal::Refusal},
    sign_in::Person,
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
    let (query, _) = of_who_asks(&person, query)?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let page = app.storage.duties(programme.id, &query, today).await?;
    Ok(([(CACHE_CONTROL, "no-store")], Reply(page)))
}

/// The query of somebody who may be bound to the own unit, and whether that is so.
///
/// # Errors
/// Another unit is asked for.
pub(super) fn of_who_asks(person: &Person, query: DutyQuery) -> Result<(DutyQuery, bool), Refusal> {
    let own = person.task_actor().unit;
    if own.is_some() && query.unit.is_some() && query.unit != own {
        return Err(Refusal::NotFound);
    }
    let is_bound = own.is_some();
    Ok((DutyQuery { unit: own.or(query.unit), ..query }, is_bound))
}
