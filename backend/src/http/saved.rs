//! What a write answers: the version that stands now, as its tag too, and what was shown and stopped nothing.

use super::precondition;
use crate::app::App;
use anju_domain::api::Saved;
use anju_storage::Performed;
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use std::sync::atomic::Ordering::Relaxed;

/// The answer to an act that was done, which is counted once.
pub fn answer(app: &App, done: Performed) -> Response {
    if !done.replayed {
        app.metrics.writes.fetch_add(1, Relaxed);
    }
    let tag = precondition::tag(done.version);
    ([tag], Json(Saved { version: done.version, warnings: done.warnings })).into_response()
}
