//! Sessions: kept by the hash of their id, so that a stolen database opens no session. No acts, not audited.

use crate::{Account, Storage, StorageError};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// A session ends after this time without a request.
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
    pub async fn create(&self, _hash: [u8; 32], _account: Uuid, _now: DateTime<Utc>) -> Result<(), StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// The account of a session that has not ended: not idle too long, not too old, its account not disabled and of
    /// the same epoch. Notes the use at most once a minute, without waiting for it.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn find(&self, _hash: &[u8; 32], _now: DateTime<Utc>) -> Result<Option<Account>, StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn delete(&self, _hash: &[u8; 32]) -> Result<(), StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn delete_all(&self, _account: Uuid) -> Result<(), StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }

    /// Removes sessions that have ended; gives how many.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn purge(&self, _now: DateTime<Utc>) -> Result<u64, StorageError> {
        Err(StorageError::Unavailable("not connected".to_owned()))
    }
}
