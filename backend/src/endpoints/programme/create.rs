//! Begins the county's own programme.

use crate::{
    app::App,
    clock::Clock,
    http::{access::SignedIn, body::Json, precondition::Key, refusal::Refusal, saved},
};
use anju_domain::acts::ProgrammeEntry;
use axum::{extract::State, response::Response};

/// `POST /api/v1/programme`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Key(key): Key,
    Json(request): Json<ProgrammeEntry>,
) -> Result<Response, Refusal> {
    // No programme is there that could stand on another day than the machine's.
    let (today, now) = (app.clock.today(None), Clock::real());
    let done = app.storage.create_programme(&person.who(), &key, request, today, now).await;
    app.forget_programme();
    Ok(saved::answer(&app, done?))
}
