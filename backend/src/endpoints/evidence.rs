//! The files that show that something was done: bringing one, its content, its small preview.

pub mod bring;
pub mod preview;
pub mod read;

use crate::{app::App, http::refusal::Refusal, sign_in::Person};
use anju_domain::model::Evidence;
use axum::http::{HeaderName, HeaderValue, header};
use uuid::Uuid;

/// Nothing that a file holds is run or loaded, even when a browser opens it as a page of this server.
const NOTHING_RUNS: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
/// What is brought never changes, but only who signed in may see it.
const KEPT: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

/// The headers of content, of this media type.
fn headers(media_type: HeaderValue) -> [(HeaderName, HeaderValue); 3] {
    [(header::CONTENT_TYPE, media_type), (header::CONTENT_SECURITY_POLICY, NOTHING_RUNS), (header::CACHE_CONTROL, KEPT)]
}

/// A file that somebody may see: a project owner those of its reports, others those of their tasks.
async fn file(app: &App, person: &Person, programme: Uuid, id: Uuid) -> Result<Evidence, Refusal> {
    Ok(match person.bound_to_owner() {
        Some(owner) => app.storage.report_photo(programme, owner, id).await?,
        None => app.storage.evidence(programme, &person.task_actor(), id).await?,
    })
}
