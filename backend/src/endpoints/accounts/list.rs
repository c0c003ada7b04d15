//! Every account.

use crate::{app::App, http::refusal::Refusal};
use anju_domain::{api::AccountRow, language::Language, model::BodyNames};
use anju_storage::Account;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/accounts`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let programme = app.find_programme().await?;
    let today = app.clock.today(programme.as_deref());
    let names = programme.map(|programme| programme.names_on(today)).unwrap_or_default();
    let accounts = app.storage.accounts().list().await?;
    let rows: Vec<AccountRow> = accounts.into_iter().map(|account| row(account, &names)).collect();
    Ok(([(CACHE_CONTROL, "no-store")], Reply(rows)))
}

/// An account; a unit is called as it is on the day.
fn row(account: Account, names: &BodyNames) -> AccountRow {
    let named = account.unit.as_deref().filter(|_| !names.is_empty());
    AccountRow {
        user: account.user,
        display: named.map_or(account.display, |unit| names.body(unit, Language::Zh)),
        display_en: named.map_or(account.display_en, |unit| names.body(unit, Language::En)),
        role: account.role,
        unit: account.unit,
        project_owner: account.project_owner,
        disabled: account.disabled,
    }
}
