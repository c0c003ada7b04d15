//! The accounts of project owners: one for each that a project names. A unit may be one too, and then has two accounts: its
//! duties are not its projects.

use crate::first_accounts::new_id;
use anju_domain::{language::Language, model::Role, naming};
use anju_storage::{Account, Storage, StorageError};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The project owners that no account reports for, by name.
///
/// # Errors
/// The storage fails.
pub async fn missing(storage: &Storage, programme: Uuid) -> Result<Vec<String>, StorageError> {
    let existing = storage.accounts().list().await?;
    let mut names = storage.project_owners(programme).await?;
    names.retain(|name| {
        !existing.iter().any(|account| account.project_owner.as_ref() == Some(name) || account.user == user(name))
    });
    Ok(names)
}

/// A new account of a project owner.
pub fn account(name: &str, password_hash: String, now: DateTime<Utc>) -> Account {
    Account {
        id: new_id(now.timestamp_millis()),
        user: user(name),
        display: naming::project_owner_account(name),
        display_en: naming::post(&naming::project_owner_account(name), Language::En),
        role: Role::ProjectOwner,
        unit: None,
        project_owner: Some(name.to_owned()),
        password_hash,
        disabled: false,
        password_changed_at: now,
        epoch: 0,
    }
}

/// Name with which a project owner signs in.
fn user(name: &str) -> String {
    format!("{name}-{}", Role::ProjectOwner.code())
}
