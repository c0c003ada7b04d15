//! Records that units were reminded of tasks (催办).

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Key, refusal::Refusal, saved},
};
use anju_domain::api::DutyReminder;
use axum::{extract::State, response::Response};

/// `POST /api/v1/duties/reminders`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Key(key): Key,
    Json(request): Json<DutyReminder>,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.remind(programme.id, &person.task_actor(), &key, request.tasks, today, now).await?;
    Ok(saved::answer(&app, done))
}
