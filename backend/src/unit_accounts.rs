//! The accounts of the units: one for each that has duties, under the name that it has on the day.

use crate::{first_accounts::new_id, sign_in::hashing};
use anju_domain::{
    duties::{TOWN, with_account},
    language::Language,
    model::{Programme, Role},
    policy::units::Unit,
};
use anju_storage::{Account, Storage, StorageError, Who};
use chrono::{DateTime, NaiveDate, Utc};

/// A unit that is to have an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Its code.
    pub code: String,
    /// Its name on the day.
    pub zh: String,
    /// Its English name.
    pub en: String,
}

impl From<&Unit> for NewUnit {
    fn from(unit: &Unit) -> Self {
        Self { code: unit.code.to_owned(), zh: unit.zh.to_owned(), en: unit.en.to_owned() }
    }
}

/// The units of a programme that have no account yet, neither under their code nor under their name.
///
/// # Errors
/// The storage fails.
pub async fn missing(storage: &Storage, programme: &Programme, today: NaiveDate) -> Result<Vec<NewUnit>, StorageError> {
    let existing = storage.accounts().list().await?;
    let names = programme.names_on(today);
    let units = with_account(programme, today).into_iter().map(|code| NewUnit {
        zh: names.body(&code, Language::Zh),
        en: names.body(&code, Language::En),
        code,
    });
    let has_one = |unit: &NewUnit| {
        existing.iter().any(|account| account.unit.as_ref() == Some(&unit.code) || account.user == unit.zh)
    };
    Ok(units.filter(|unit| !has_one(unit)).collect())
}

/// A new account of a unit.
pub fn account(unit: impl Into<NewUnit>, password_hash: String, now: DateTime<Utc>) -> Account {
    let unit = unit.into();
    Account {
        id: new_id(now.timestamp_millis()),
        user: unit.zh.clone(),
        display: unit.zh,
        display_en: unit.en,
        role: if unit.code == TOWN { Role::Town } else { Role::Unit },
        unit: Some(unit.code),
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
