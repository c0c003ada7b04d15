//! The accounts of the units: one for each that annex 2 gives duties, under its name.

use crate::{first_accounts::new_id, sign_in::hashing};
use anju_domain::{
    duties::TOWN,
    model::Role,
    policy::units::{UNITS, Unit},
};
use anju_storage::{Account, Storage, StorageError, Who};
use chrono::{DateTime, Utc};

/// The units that have no account yet, neither under their code nor under their name.
///
/// # Errors
/// The storage fails.
pub async fn missing(storage: &Storage) -> Result<Vec<&'static Unit>, StorageError> {
    let existing = storage.accounts().list().await?;
    let has_one = |unit: &&Unit| {
        existing.iter().any(|account| account.unit.as_deref() == Some(unit.code) || account.user == unit.zh)
    };
    Ok(UNITS.iter().filter(|unit| unit.has_checklist() && !has_one(unit)).collect())
}

/// A new account of a unit.
pub fn account(unit: &Unit, password_hash: String, now: DateTime<Utc>) -> Account {
    Account {
        id: new_id(now.timestamp_millis()),
        user: unit.zh.to_owned(),
        display: unit.zh.to_owned(),
        display_en: unit.en.to_owned(),
        role: if unit.code == TOWN { Role::Town } else { Role::Unit },
        unit: Some(unit.code.to_owned()),
        project_owner: None,
        password_hash,
        disabled: false,
        password_changed_at: now,
        epoch: 0,
    }
}

/// Hashes a password on this thread.
///
/// # Errors
/// The machine can't.
pub fn hash(password: &str) -> Result<String, StorageError> {
    hashing::hash_now(password).ok_or_else(|| StorageError::Unavailable("passwords cannot be hashed".to_owned()))
}

/// Who acts on the command line.
pub fn at_the_server() -> Who {
    Who { user: "anju".to_owned(), display: "服务器命令行".to_owned() }
}
