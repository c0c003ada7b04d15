//! Signs in: the name and the password against the account, within the limit on attempts. A session from before ends.

use super::view;
use crate::{
    app::App,
    http::{body::Json, peer, refusal::Refusal},
    sign_in::cookie,
};
use anju_domain::api::{SessionView, SignInRequest};
use axum::{
    Json as Reply,
    extract::{Extension, State},
    http::{
        HeaderMap,
        header::{CACHE_CONTROL, SET_COOKIE},
    },
    response::{IntoResponse, Response},
};
use std::{sync::atomic::Ordering::Relaxed, time::Instant};

/// More characters than any account or password has; longer ones are refused without hashing them.
const LONGEST: usize = 1_000;

/// `POST /api/v1/session`
pub async fn handle(
    State(app): State<App>,
    connection: Option<Extension<peer::Peer>>,
    headers: HeaderMap,
    Json(request): Json<SignInRequest>,
) -> Result<Response, Refusal> {
    let address = peer::address(connection.as_ref().map(|peer| &peer.0), &headers, app.site.trusted_proxy);
    let user = request.user.trim();
    app.attempts.begin(user, address, Instant::now()).map_err(Refusal::TooManyAttempts)?;
    let found = if user.len() > LONGEST { None } else { app.storage.accounts().find(user).await? };
    let account = found.filter(|account| !account.disabled);
    let password = if request.password.len() > LONGEST { String::new() } else { request.password };
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let fits = app.hashing.fits(password, hash).await?;
    let Some(account) = account.filter(|_| fits) else {
        app.metrics.failed_sign_ins.fetch_add(1, Relaxed);
        tracing::info!(%address, "a sign-in failed");
        return Err(Refusal::WrongPassword);
    };
    app.attempts.succeed(user, address);
    // Whatever session the browser had is not carried over: nobody can plant one before somebody signs in.
    if let Some(before) = app.person(&headers).await? {
        app.sessions.end(&app.storage, &before.session).await?;
    }
    let (id, person) = app.sessions.begin(&app.storage, &account).await?;
    app.metrics.sign_ins.fetch_add(1, Relaxed);
    tracing::info!(%address, user = person.user, "signed in");
    let view: SessionView = view(&app, &person).await?;
    let mut answer = Reply(view).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    answer.headers_mut().insert(SET_COOKIE, cookie::write(Some(&id), app.site.is_https()).ok_or(Refusal::Internal)?);
    Ok(answer)
}
