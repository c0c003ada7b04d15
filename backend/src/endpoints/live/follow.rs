//! A stream that says what has changed: event `changed` with the programme's revision.

use crate::{
    app::App,
    http::{access::SignedIn, refusal::Refusal},
    live,
};
use axum::{
    extract::State,
    response::{
        IntoResponse,
        sse::{KeepAlive, Sse},
    },
};
use std::time::Duration;

/// A comment keeps proxies from cutting a stream on which nothing happens.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// `GET /api/v1/live`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<impl IntoResponse, Refusal> {
    let stream = live::follow(app, person).await?;
    Ok(([("x-accel-buffering", "no")], Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))))
}
