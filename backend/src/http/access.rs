//! Who may: declared beside each route, checked here and nowhere else.

use super::{peer, refusal::Refusal};
use crate::{app::App, sign_in::Person};
use anju_domain::model::Role;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::request::Parts,
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// These roles.
    Roles(&'static [Role]),
    /// A program on this very machine, or these roles.
    LocalOr(&'static [Role]),
}

impl Access {
    /// Whether somebody with this role may.
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Public | Self::SignedIn => true,
            Self::Roles(roles) | Self::LocalOr(roles) => roles.contains(&role),
        }
    }
}

/// Lets a request pass as its route declares, and tells the handler who asks.
///
/// # Errors
/// Nobody is signed in, or the role may not.
pub async fn check(
    State((app, access)): State<(App, Access)>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let (mut parts, body) = request.into_parts();
    let free = match access {
        Access::Public => true,
        Access::LocalOr(_) => peer::is_local(&parts),
        Access::SignedIn | Access::Roles(_) => false,
    };
    if !free {
        let person = app.person(&parts.headers).await?.ok_or(Refusal::Unauthenticated)?;
        if !access.admits(person.role) {
            return Err(Refusal::Forbidden);
        }
        parts.extensions.insert(person);
    }
    Ok(next.run(Request::from_parts(parts, body)).await)
}

/// Who asks, in a handler whose route is not public.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Arc<Person>);

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts.extensions.get::<Arc<Person>>().cloned().map(Self).ok_or(Refusal::Unauthenticated)
    }
}
