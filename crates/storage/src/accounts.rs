//! Accounts: who may sign in, as what. Every change is audited in the installation's own chain.

use crate::{Storage, StorageError, Who};
use anju_domain::model::Role;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Identity.
    pub id: Uuid,
    /// Name with which one signs in.
    pub user: String,
    /// The post or unit shown in the head.
    pub display: String,
    /// The same in English.
    pub display_en: String,
    /// The role.
    pub role: Role,
    /// Code of the member unit, for a unit's account.
    pub unit: Option<String>,
    /// 建设单位 whose projects the account reports.
    pub project_owner: Option<String>,
    /// The password's hash in PHC form.
    pub password_hash: String,
    /// May not sign in.
    pub disabled: bool,
    /// When the password was set.
    pub password_changed_at: DateTime<Utc>,
    /// Counts changes of rights and password; a session of an earlier epoch has ended.
    pub epoch: i64,
}

/// What can be done with accounts.
#[derive(Debug)]
pub struct Accounts<'a>(pub(crate) &'a Storage);

impl Accounts<'_> {
    /// Adds an account.
    ///
    /// # Errors
    /// [`StorageError::UserTaken`] when the name is in use, and those of any write.
    pub async fn create(&self, _who: &Who, _account: Account, _now: DateTime<Utc>) -> Result<(), StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// The account of this name.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn find(&self, _user: &str) -> Result<Option<Account>, StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// All accounts, by name.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn list(&self) -> Result<Vec<Account>, StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// Sets the password and ends all sessions of the account but `keep`. Gives the new epoch.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such account, and those of any write.
    pub async fn set_password_hash(
        &self,
        _who: &Who,
        _account: Uuid,
        _password_hash: &str,
        _keep: Option<[u8; 32]>,
        _now: DateTime<Utc>,
    ) -> Result<i64, StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }
}
