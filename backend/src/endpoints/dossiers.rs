//! The dossier of a project community, and the acts on it.

pub mod funding;
pub mod plan_entry;
pub mod read;

use crate::{
    app::App,
    http::{precondition, refusal::Refusal},
    sign_in::Person,
};
use anju_domain::api::Saved;
use anju_storage::{StoredAct, WriteKey};
use axum::{
    Json as Reply,
    response::{IntoResponse, Response},
};
use std::sync::atomic::Ordering::Relaxed;
use uuid::Uuid;

/// Performs an act on a dossier and answers with what was saved.
async fn perform<A: StoredAct>(
    app: &App,
    person: &Person,
    key: &WriteKey,
    id: &str,
    request: A::Request,
) -> Result<Response, Refusal> {
    let id = identity(id)?;
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.perform::<A>(programme.id, &person.who(), key, id, request, today, now).await?;
    if !done.replayed {
        app.metrics.writes.fetch_add(1, Relaxed);
    }
    Ok(([precondition::tag(done.version)], Reply(Saved { version: done.version, warnings: done.warnings }))
        .into_response())
}

/// The identity in a path; what is no identity names nothing.
fn identity(text: &str) -> Result<Uuid, Refusal> {
    text.parse().map_err(|_| Refusal::NotFound)
}
