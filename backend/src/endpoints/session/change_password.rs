//! Changes the own password; all other sessions of the account end. Guessing the current one counts as an attempt to
//! sign in.

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, peer, refusal::Refusal},
    sign_in::rule,
};
use anju_domain::api::NewPassword;
use axum::{
    extract::{Extension, State},
    http::{HeaderMap, StatusCode},
};
use std::time::Instant;

/// `PUT /api/v1/session/password`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    connection: Option<Extension<peer::Peer>>,
    headers: HeaderMap,
    Json(request): Json<NewPassword>,
) -> Result<StatusCode, Refusal> {
    let wrong = rule::wrong_with(&request.new, &request.current, &person.user);
    if !wrong.is_empty() {
        return Err(Refusal::Malformed(wrong));
    }
    let address = peer::address(connection.as_ref().map(|peer| &peer.0), &headers, app.site.trusted_proxy);
    app.attempts.begin(&person.user, address, Instant::now()).map_err(Refusal::TooManyAttempts)?;
    let account = app.storage.accounts().find(&person.user).await?.ok_or(Refusal::Unauthenticated)?;
    if !app.hashing.fits(request.current, Some(account.password_hash)).await? {
        return Err(Refusal::CurrentPassword);
    }
    app.attempts.succeed(&person.user, address);
    let hash = app.hashing.hash(request.new).await?;
    let programme = app.find_programme().await?;
    let now = app.clock.instant(programme.as_deref());
    app.storage.accounts().set_password_hash(&person.who(), person.account, &hash, Some(person.session), now).await?;
    app.sessions.forget_others(person.account, &person.session);
    Ok(StatusCode::NO_CONTENT)
}
