//! Registers a community (新增小区).

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Key, refusal::Refusal, saved},
};
use anju_domain::acts::Registration;
use axum::{extract::State, response::Response};

/// `POST /api/v1/communities/register`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Key(key): Key,
    Json(request): Json<Registration>,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.register_community(programme.id, &person.who(), &key, request, today, now).await?;
    Ok(saved::answer(&app, done))
}
