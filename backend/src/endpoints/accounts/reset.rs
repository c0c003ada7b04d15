//! Gives an account a new password and ends its sessions.

use super::{named, now};
use crate::{
    app::App,
    first_accounts::random_password,
    http::{access::SignedIn, refusal::Refusal},
};
use anju_domain::api::NewAccount;
use axum::{
    Json as Reply,
    extract::{Path, State},
    http::header::CACHE_CONTROL,
    response::IntoResponse,
};

/// `POST /api/v1/accounts/{user}/password`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path(user): Path<String>,
) -> Result<impl IntoResponse, Refusal> {
    let account = named(&app, &user).await?;
    let password = random_password();
    let hash = app.hashing.hash(password.clone()).await?;
    app.storage.accounts().set_password_hash(&person.who(), account.id, &hash, None, now(&app).await?).await?;
    app.sessions.forget(account.id);
    let new = NewAccount { user: account.user, display: account.display, password };
    Ok(([(CACHE_CONTROL, "no-store")], Reply(new)))
}
