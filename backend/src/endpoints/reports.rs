//! Monthly reports, and the acts on them. A project owner has those of its own projects; others are not there.

pub mod all;
pub mod correct;
pub mod export;
pub mod list;
pub mod read;
pub mod review;
pub mod save;
pub mod submit;
pub mod waiting;

use crate::{
    app::App,
    http::{refusal::Refusal, saved},
    sign_in::Person,
};
use anju_domain::reports::{ReportEntry, unknown_photos};
use anju_storage::{StoredAct, WriteKey};
use axum::response::Response;
use uuid::Uuid;

/// Performs an act on a report and answers with what was saved.
async fn perform<A: StoredAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: Uuid,
    request: A::Request,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    app.storage.may_report(programme.id, person.bound_to_owner(), id).await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.perform::<A>(programme.id, &person.who(), key, id, request, today, now).await?;
    Ok(saved::answer(app, done))
}

/// The same of an entry, whose photos must be there. A file never goes and never changes hands, so it may be looked for
/// before the act.
async fn enter<A: StoredAct<Request = ReportEntry>>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: Uuid,
    request: ReportEntry,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let bound = person.bound_to_owner();
    app.storage.may_report(programme.id, bound, id).await?;
    let known = app.storage.report_files(programme.id, bound, id, &request.photos).await?;
    let unknown = unknown_photos(&request.photos, &known);
    if !unknown.is_empty() {
        return Err(Refusal::Refused(unknown));
    }
    perform::<A>(app, person, key, id, request).await
}
