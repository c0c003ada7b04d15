//! Makes an account for each project owner that has none.

use super::now;
use crate::{
    app::App,
    first_accounts::random_password,
    http::{access::SignedIn, refusal::Refusal},
    owner_accounts,
};
use anju_domain::api::NewAccount;
use anju_storage::StorageError;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `POST /api/v1/accounts/project-owners`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<impl IntoResponse, Refusal> {
    let (now, programme) = (now(&app).await?, app.programme().await?);
    let mut made = Vec::new();
    for name in owner_accounts::missing(&app.storage, programme.id).await? {
        let password = random_password();
        let account = owner_accounts::account(&name, app.hashing.hash(password.clone()).await?, now);
        let (user, display) = (account.user.clone(), account.display.clone());
        match app.storage.accounts().create(&person.who(), account, now).await {
            Ok(()) => made.push(NewAccount { user, display, password }),
            // Somebody else made it at the same moment and has its password.
            Err(StorageError::UserTaken) => {}
            Err(why) => return Err(why.into()),
        }
    }
    Ok(([(CACHE_CONTROL, "no-store")], Reply(made)))
}
