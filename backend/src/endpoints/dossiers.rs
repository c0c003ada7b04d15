//! The dossier of a project community, and the acts on it.

pub mod approvals;
pub mod buildings;
pub mod closure;
pub mod community;
pub mod completion;
pub mod consent_rounds;
pub mod fact;
pub mod funding;
pub mod money_taken_back;
pub mod opening;
pub mod payments;
pub mod plan_entry;
pub mod prior_subsidies;
pub mod project;
pub mod read;
pub mod receipts;
pub mod revocation;
pub mod schedule;
pub mod start;
pub mod withdrawal;
pub mod works;

use crate::{
    app::App,
    http::{refusal::Refusal, saved},
    sign_in::Person,
};
use anju_storage::{StoredAct, WriteKey};
use axum::response::Response;
use uuid::Uuid;

/// Performs an act on a dossier and answers with what was saved.
async fn perform<A: StoredAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: Uuid,
    request: A::Request,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.perform::<A>(programme.id, &person.who(), key, id, request, today, now).await?;
    Ok(saved::answer(app, done))
}
