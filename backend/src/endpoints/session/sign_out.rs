//! Signs out: the session ends on the server, and the browser forgets its cookie and what it has kept.

use crate::{
    app::App,
    http::{access::SignedIn, refusal::Refusal},
    sign_in::cookie,
};
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Response},
};

/// `DELETE /api/v1/session`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<Response, Refusal> {
    app.sessions.end(&app.storage, &person.session).await?;
    let mut answer = StatusCode::NO_CONTENT.into_response();
    let headers = answer.headers_mut();
    headers.insert(SET_COOKIE, cookie::write(None, app.site.is_https()).ok_or(Refusal::Internal)?);
    headers.insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(answer)
}
