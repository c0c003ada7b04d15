//! Accounts: who may sign in, as what. Every change is audited in the installation's own chain.

mod rights;

use self::rights::{Rights, SetRights};
use crate::{
    INSTALLATION, Storage, StorageError, Who,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::{account_aggregate, account_of},
    entities::{account, audit_entry},
    group::Group,
};
use anju_domain::model::Role;
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

/// Name of the act in the audit log.
const CREATE_ACCOUNT: &str = "create_account";

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
    pub async fn create(&self, who: &Who, account: Account, now: DateTime<Utc>) -> Result<(), StorageError> {
        let account = Account { password_changed_at: account.password_changed_at.trunc_subsecs(6), ..account };
        let data = (who.clone(), account, now);
        let queue = self.0.queue()?;
        queue.write(Some(INSTALLATION), None, data, |data, group| Box::pin(create(data, group))).await
    }

    /// The account of this name.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn find(&self, user: &str) -> Result<Option<Account>, StorageError> {
        let found = account::Entity::find().filter(account::Column::UserName.eq(user));
        found.one(&self.0.readers()).await?.map(account_of).transpose()
    }

    /// All accounts, by name.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn list(&self) -> Result<Vec<Account>, StorageError> {
        let rows = account::Entity::find().order_by_asc(account::Column::UserName).all(&self.0.readers()).await?;
        rows.into_iter().map(account_of).collect()
    }

    /// Sets the password and ends all sessions of the account but `keep`. Gives the new epoch.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such account, and those of any write.
    pub async fn set_password_hash(
        &self,
        who: &Who,
        account: Uuid,
        password_hash: &str,
        keep: Option<[u8; 32]>,
        now: DateTime<Utc>,
    ) -> Result<i64, StorageError> {
        let what = Rights::Password(password_hash.to_owned());
        self.change(SetRights { who: who.clone(), account, what, keep, now }).await
    }

    /// Keeps an account out and ends its sessions, or lets it in again. Gives the new epoch.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such account, and those of any write.
    pub async fn set_disabled(
        &self,
        who: &Who,
        account: Uuid,
        disabled: bool,
        now: DateTime<Utc>,
    ) -> Result<i64, StorageError> {
        self.change(SetRights { who: who.clone(), account, what: Rights::Disabled(disabled), keep: None, now }).await
    }

    async fn change(&self, set: SetRights) -> Result<i64, StorageError> {
        self.0.queue()?.write(Some(INSTALLATION), None, set, |set, group| Box::pin(set.set(group))).await
    }
}

async fn create((who, account, now): &(Who, Account, DateTime<Utc>), group: &mut Group) -> Result<(), StorageError> {
    let named = account::Entity::find().filter(account::Column::UserName.eq(&account.user));
    if named.one(group.for_reading().await?).await?.is_some() {
        return Err(StorageError::UserTaken);
    }
    let after = json!({
        "user": account.user, "display": account.display, "role": account.role,
        "unit": account.unit, "project_owner": account.project_owner,
    });
    let entry = store(who, CREATE_ACCOUNT, None, account, (json!({}), after), *now, group).await?;
    group.record.say(entry);
    Ok(())
}

/// Writes an account; gives the audit entry to say once all is written.
async fn store(
    who: &Who,
    act: &str,
    before: Option<&Account>,
    account: &Account,
    (was, is): (Value, Value),
    now: DateTime<Utc>,
    group: &mut Group,
) -> Result<audit_entry::Model, StorageError> {
    let after = account_aggregate(account)?;
    let said = Said {
        at: now,
        who,
        act,
        object: account.id,
        label: account.user.replace('\0', ""),
        before: was,
        after: is,
        warnings: &[],
        objects: vec![Left::of(&after)],
    };
    let entry = group.record.entry(INSTALLATION, &said)?;
    if !group.record.has_chain(INSTALLATION) {
        group.begin_chain(INSTALLATION).await?;
    }
    let before = before.map(account_aggregate).transpose()?;
    let before = before.as_ref().map(|before| &*before.rows).unwrap_or_default();
    write_difference(before, &after.rows, group.for_writing()).await?;
    Ok(entry)
}
