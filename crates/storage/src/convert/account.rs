//! Accounts.

use super::{flag, instant, read};
use crate::{
    Account, INSTALLATION, StorageError,
    aggregate::{Aggregate, Kind},
    entities::account::Model,
    rows::Row,
};

/// An account's row.
pub(crate) fn account_aggregate(account: &Account) -> Result<Aggregate, StorageError> {
    let row = Model {
        id: account.id,
        programme: INSTALLATION,
        user_name: account.user.clone(),
        display: account.display.clone(),
        display_en: account.display_en.clone(),
        role: account.role.code().to_owned(),
        unit: account.unit.clone(),
        project_owner: account.project_owner.clone(),
        password_hash: account.password_hash.clone(),
        disabled: i64::from(account.disabled),
        password_changed_at: instant(account.password_changed_at),
        epoch: account.epoch,
    };
    Aggregate::new(Kind::Account, account.id, account.epoch, vec![Row::Account(row)])
}

/// The account of a row.
pub(crate) fn account_of(row: Model) -> Result<Account, StorageError> {
    Ok(Account {
        id: row.id,
        user: row.user_name,
        display: row.display,
        display_en: row.display_en,
        role: read("account.role", &row.role)?,
        unit: row.unit,
        project_owner: row.project_owner,
        password_hash: row.password_hash,
        disabled: flag("account.disabled", row.disabled)?,
        password_changed_at: read("account.password_changed_at", &row.password_changed_at)?,
        epoch: row.epoch,
    })
}
