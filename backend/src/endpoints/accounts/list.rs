//! Every account.

use crate::{app::App, http::refusal::Refusal};
use anju_domain::api::AccountRow;
use anju_storage::Account;
use axum::{Json as Reply, extract::State, http::header::CACHE_CONTROL, response::IntoResponse};

/// `GET /api/v1/accounts`
pub async fn handle(State(app): State<App>) -> Result<impl IntoResponse, Refusal> {
    let rows: Vec<AccountRow> = app.storage.accounts().list().await?.into_iter().map(row).collect();
    Ok(([(CACHE_CONTROL, "no-store")], Reply(rows)))
}

fn row(account: Account) -> AccountRow {
    AccountRow {
        user: account.user,
        display: account.display,
        display_en: account.display_en,
        role: account.role,
        unit: account.unit,
        project_owner: account.project_owner,
        disabled: account.disabled,
    }
}
