//! The tasks of the units, and the acts on them.

pub mod export;
pub mod list;
pub mod progress;
pub mod progress_export;
pub mod raise;
pub mod read;
pub mod remind;
pub mod review;
pub mod save;
pub mod submit;
pub mod waive;

use crate::{
    app::App,
    http::{refusal::Refusal, saved},
    sign_in::Person,
};
use anju_storage::{TaskAct, WriteKey};
use axum::response::Response;
use uuid::Uuid;

/// Performs an act on a task and answers with what was saved.
async fn perform<A: TaskAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: Uuid,
    request: A::Request,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done =
        app.storage.perform_on_task::<A>(programme.id, &person.task_actor(), key, id, request, today, now).await?;
    Ok(saved::answer(app, done))
}
