//! Makes an account for each unit that has none.

use super::now;
use crate::{
    app::App,
    first_accounts::random_password,
    http::{access::SignedIn, refusal::Refusal},
    unit_accounts,
};
use anju_domain::{api::NewAccount, model::Programme};
use anju_storage::StorageError;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `POST /api/v1/accounts/units`
pub async fn handle(State(app): State<App>, SignedIn(person): SignedIn) -> Result<impl IntoResponse, Refusal> {
    let now = now(&app).await?;
    // Before there is a programme the units are those of the annexes.
    let programme = app.find_programme().await?;
    let today = app.clock.today(programme.as_deref());
    let programme = programme.map(|known| Programme::clone(&known)).unwrap_or_default();
    let mut made = Vec::new();
    for unit in unit_accounts::missing(&app.storage, &programme, today).await? {
        let password = random_password();
        let account = unit_accounts::account(unit, app.hashing.hash(password.clone()).await?, now);
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
