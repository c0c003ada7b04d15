//! Enters a duty that has arisen.

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Key, refusal::Refusal, saved},
};
use anju_domain::acts::ArisenDuty;
use axum::{extract::State, response::Response};

/// `POST /api/v1/duties`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Key(key): Key,
    Json(request): Json<ArisenDuty>,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.raise_duty(programme.id, &person.task_actor(), &key, request, today, now).await?;
    Ok(saved::answer(&app, done))
}
