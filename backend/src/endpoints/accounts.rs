//! The accounts, as the system administrator keeps them while the server runs.

pub mod list;
pub mod make_owners;
pub mod make_units;
pub mod reset;
pub mod set_state;

use crate::{app::App, http::refusal::Refusal};
use anju_storage::Account;
use chrono::{DateTime, Utc};

/// The account of this name.
async fn named(app: &App, user: &str) -> Result<Account, Refusal> {
    app.storage.accounts().find(user).await?.ok_or(Refusal::NotFound)
}

/// The instant of an act on accounts.
async fn now(app: &App) -> Result<DateTime<Utc>, Refusal> {
    Ok(app.clock.instant(app.find_programme().await?.as_deref()))
}
