//! Sessions: kept by the hash of their id, so that a stolen database opens no session. No acts, not audited.

use crate::{
    Account, Storage, StorageError,
    aggregate::hexadecimal,
    convert::account_of,
    entities::{account, session},
    group::{Group, seconds},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// How often the use of a session is noted at most, in seconds.
const NOTED_EVERY: i64 = 60;

/// A session ends after this time without a request. One whose last request lies so far ahead comes from a clock that
/// was wrong, and has ended too: nobody shall be signed in until that time comes.
pub const SESSION_IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time, whatever happens.
pub const SESSION_ABSOLUTE: TimeDelta = TimeDelta::hours(8);

/// What can be done with sessions. The 32 bytes are the SHA-256 of a session's id.
#[derive(Debug)]
pub struct Sessions<'a>(pub(crate) &'a Storage);

impl Sessions<'_> {
    /// Begins a session of an account.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such account, and those of any write.
    pub async fn create(&self, hash: [u8; 32], account: Uuid, now: DateTime<Utc>) -> Result<(), StorageError> {
        self.0.queue()?.write(None, None, (hash, account, now), |data, group| Box::pin(create(data, group))).await
    }

    /// The account of a session that has not ended: not idle too long, not too old, its account not disabled and of
    /// the same epoch. Notes the use at most once a minute, without waiting for it.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn find(&self, hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<Account>, StorageError> {
        let hash = hexadecimal(hash);
        let readers = self.0.readers();
        let Some(session) = session::Entity::find_by_id(hash).one(&readers).await? else { return Ok(None) };
        let Some(owner) = account::Entity::find_by_id(session.account).one(&readers).await? else { return Ok(None) };
        let now = seconds(now);
        let has_ended = now.abs_diff(session.seen_at) >= SESSION_IDLE.num_seconds().unsigned_abs()
            || now.saturating_sub(session.created_at) >= SESSION_ABSOLUTE.num_seconds()
            || session.epoch != owner.epoch;
        let owner = account_of(owner)?;
        if has_ended || owner.disabled {
            return Ok(None);
        }
        if now.saturating_sub(session.seen_at) >= NOTED_EVERY
            && let Ok(queue) = self.0.queue()
        {
            queue.write_unattended((session.hash, now), |data, group| Box::pin(note_use(data, group)));
        }
        Ok(Some(owner))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn delete(&self, hash: &[u8; 32]) -> Result<(), StorageError> {
        let hash = hexadecimal(hash);
        self.remove(session::Column::Hash.eq(hash).into()).await.map(|_| ())
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn delete_all(&self, account: Uuid) -> Result<(), StorageError> {
        self.remove(session::Column::Account.eq(account).into()).await.map(|_| ())
    }

    /// Ends all sessions of all accounts.
    pub(crate) async fn delete_every(&self) -> Result<(), StorageError> {
        self.remove(Condition::all()).await.map(|_| ())
    }

    /// Removes sessions that have ended; gives how many.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn purge(&self, now: DateTime<Utc>) -> Result<u64, StorageError> {
        let ended = Condition::any()
            .add(session::Column::SeenAt.lte(seconds(now) - SESSION_IDLE.num_seconds()))
            .add(session::Column::SeenAt.gte(seconds(now) + SESSION_IDLE.num_seconds()))
            .add(session::Column::CreatedAt.lte(seconds(now) - SESSION_ABSOLUTE.num_seconds()));
        self.remove(ended).await
    }

    async fn remove(&self, which: Condition) -> Result<u64, StorageError> {
        self.0.queue()?.write(None, None, which, |which, group| Box::pin(remove(which, group))).await
    }
}

async fn create((hash, account, now): &([u8; 32], Uuid, DateTime<Utc>), group: &mut Group) -> Result<(), StorageError> {
    let owner = account::Entity::find_by_id(*account).one(group.for_reading().await?).await?;
    let row = session::Model {
        hash: hexadecimal(hash),
        account: *account,
        epoch: owner.ok_or(StorageError::NotFound)?.epoch,
        created_at: seconds(*now),
        seen_at: seconds(*now),
    };
    session::Entity::insert(row.into_active_model()).exec_without_returning(group.for_writing()).await?;
    Ok(())
}

async fn remove(which: &Condition, group: &mut Group) -> Result<u64, StorageError> {
    let removed = session::Entity::delete_many().filter(which.clone()).exec(group.for_writing()).await?;
    Ok(removed.rows_affected)
}

/// The session may have ended meanwhile: then nothing is noted.
async fn note_use((hash, now): &(String, i64), group: &mut Group) -> Result<(), StorageError> {
    session::Entity::update_many()
        .set(session::ActiveModel { seen_at: Set(*now), ..Default::default() })
        .filter(session::Column::Hash.eq(hash))
        .filter(session::Column::SeenAt.lt(*now))
        .exec(group.for_writing())
        .await?;
    Ok(())
}
