//! Disables an account and ends its sessions, or lets it in again.

use super::{named, now};
use crate::{
    app::App,
    http::{access::SignedIn, body::Json, refusal::Refusal},
};
use anju_domain::{api::AccountState, finding::Finding};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};

/// `PUT /api/v1/accounts/{user}/state`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path(user): Path<String>,
    Json(request): Json<AccountState>,
) -> Result<StatusCode, Refusal> {
    let account = named(&app, &user).await?;
    if account.id == person.account && request.disabled {
        // Nobody might be left who could let them in again.
        return Err(Refusal::Refused(vec![Finding::malformed("disabled", "own_account")]));
    }
    if account.disabled != request.disabled {
        let who = person.who();
        app.storage.accounts().set_disabled(&who, account.id, request.disabled, now(&app).await?).await?;
        app.sessions.forget(account.id);
    }
    Ok(StatusCode::NO_CONTENT)
}
