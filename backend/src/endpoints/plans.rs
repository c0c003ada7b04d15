//! The annual plans, and the acts on them. They are read with the facts of the programme.

pub mod adjust;
pub mod export;
pub mod fiscal_capacity;
pub mod issue;
pub mod return_plan;
pub mod save;
pub mod submit;

use crate::{
    app::App,
    http::{refusal::Refusal, saved},
    sign_in::Person,
};
use anju_storage::{PlanAct, WriteKey};
use axum::response::Response;
use uuid::Uuid;

/// Performs an act on a plan and answers with what was saved.
async fn perform<A: PlanAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: Uuid,
    request: A::Request,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.perform_on_plan::<A>(programme.id, &person.who(), key, id, request, today, now).await?;
    Ok(saved::answer(app, done))
}
