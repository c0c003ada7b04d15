//! The identity in a path.

use super::refusal::Refusal;
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use uuid::Uuid;

/// What the path names; what is no identity names nothing.
#[derive(Clone, Copy, Debug)]
pub struct Identity(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Identity {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        text.parse().ok().filter(|id: &Uuid| !id.is_nil()).map(Self).ok_or(Refusal::NotFound)
    }
}
