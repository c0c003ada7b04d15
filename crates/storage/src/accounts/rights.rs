//! Changes of an account that end its sessions: a new password, being kept out or let in again.

use super::{Account, store};
use crate::{
    StorageError, Who,
    aggregate::hexadecimal,
    convert::account_of,
    entities::{account, session},
    group::Group,
};
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

/// Names of the acts in the audit log.
const SET_PASSWORD: &str = "set_password";
const SET_STATE: &str = "set_account_state";

/// What is changed of an account.
pub(super) enum Rights {
    /// The password's hash.
    Password(String),
    /// Whether it is kept out.
    Disabled(bool),
}

/// A change of an account that ends its sessions.
pub(super) struct SetRights {
    pub(super) who: Who,
    pub(super) account: Uuid,
    pub(super) what: Rights,
    pub(super) keep: Option<[u8; 32]>,
    pub(super) now: DateTime<Utc>,
}

impl SetRights {
    pub(super) async fn set(&self, group: &mut Group) -> Result<i64, StorageError> {
        let row = account::Entity::find_by_id(self.account)
            .one(group.for_reading().await?)
            .await?
            .ok_or(StorageError::NotFound)?;
        let before = account_of(row)?;
        let mut after = Account { epoch: before.epoch + 1, ..before.clone() };
        let (act, values) = match &self.what {
            Rights::Password(hash) => {
                after.password_hash.clone_from(hash);
                after.password_changed_at = self.now.trunc_subsecs(6);
                let changed = |account: &Account| json!({ "password_changed_at": account.password_changed_at });
                (SET_PASSWORD, (changed(&before), changed(&after)))
            }
            Rights::Disabled(disabled) => {
                after.disabled = *disabled;
                let changed = |account: &Account| json!({ "disabled": account.disabled });
                (SET_STATE, (changed(&before), changed(&after)))
            }
        };
        let entry = store(&self.who, act, Some(&before), &after, values, self.now, group).await?;
        // Other sessions have ended by their epoch already; the one that is kept goes on in the new one.
        let kept = self.keep.map(|hash| hexadecimal(&hash)).unwrap_or_default();
        let of_account = session::Column::Account.eq(self.account);
        let others = session::Entity::delete_many().filter(of_account.clone()).filter(session::Column::Hash.ne(kept));
        others.exec(group.for_writing()).await?;
        let kept = session::ActiveModel { epoch: Set(after.epoch), ..Default::default() };
        session::Entity::update_many().set(kept).filter(of_account).exec(group.for_writing()).await?;
        group.record.say(entry);
        Ok(after.epoch)
    }
}
