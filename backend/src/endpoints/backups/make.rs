//! Asks for a backup now; it is made and proved in the background.

use crate::{
    app::App,
    http::{access::SignedIn, precondition::Key, refusal::Refusal, saved},
};
use anju_storage::INSTALLATION;
use axum::{extract::State, response::Response};

/// `POST /api/v1/backups`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn, Key(key): Key) -> Result<Response, Refusal> {
    let programme = app.find_programme().await?;
    let now = app.clock.instant(programme.as_deref());
    let chain = programme.map_or(INSTALLATION, |programme| programme.id);
    let done = app.storage.request_backup(chain, &person.who(), &key, now).await?;
    if !done.replayed {
        app.backups.ask();
    }
    Ok(saved::answer(&app, done))
}
