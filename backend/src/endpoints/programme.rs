//! The programme of this data folder: reading it, beginning it, and what the office sets of it.

pub mod bodies;
pub mod create;
pub mod edit;
pub mod parameters;
pub mod read;

use crate::{
    app::App,
    http::{refusal::Refusal, saved},
    sign_in::Person,
};
use anju_storage::{ProgrammeAct, WriteKey};
use axum::response::Response;

/// Performs an act on the programme and answers with what was saved.
async fn perform<A: ProgrammeAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    request: A::Request,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.perform_on_programme::<A>(programme.id, &person.who(), key, request, today, now).await;
    // Also when the answer is unknown: it may have been stored.
    app.forget_programme();
    Ok(saved::answer(app, done?))
}
