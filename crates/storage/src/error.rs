//! What can go wrong, for the caller to act on.

use anju_domain::finding::Finding;
use sea_orm::SqlErr;
use std::{error::Error, fmt};

/// Why a reading or a write did not happen.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageError {
    /// There is no such object in this programme.
    NotFound,
    /// The object was changed since the caller saw it.
    StaleVersion {
        /// The version that stands now.
        current: i64,
    },
    /// The act is not allowed; the findings say why.
    Refused(Vec<Finding>),
    /// The idempotency key was used before, for another request.
    RepeatedKey,
    /// A programme of this division code is there already.
    AlreadyLoaded {
        /// 行政区划代码
        division_code: String,
    },
    /// Samples and a county's own programme never stand in one place.
    Mixed {
        /// Whether samples are there already; else a county's own programme is.
        holds_samples: bool,
    },
    /// An account of this name is there already.
    UserTaken,
    /// Another process writes to this folder.
    Locked,
    /// Nothing can be written or read at the moment. Nothing was written.
    Unavailable(String),
    /// Whether the write took effect is unknown: the same request with the same key finds out.
    OutcomeUnknown(String),
    /// What is stored is not what was written.
    Corrupt(String),
    /// The database answered with an error.
    Database(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("There is no such object in this programme."),
            Self::StaleVersion { current } => {
                write!(f, "The object was changed meanwhile; its version is {current} now.")
            }
            Self::Refused(findings) => write!(f, "The act is refused by {} findings.", findings.len()),
            Self::RepeatedKey => f.write_str("The idempotency key was used before, for another request."),
            Self::AlreadyLoaded { division_code } => {
                write!(f, "A programme of division code {division_code} is there already.")
            }
            Self::Mixed { holds_samples: true } => {
                f.write_str("The data holds samples; use another, empty data folder for the county's own programme.")
            }
            Self::Mixed { holds_samples: false } => {
                f.write_str("The data holds a county's own programme; load samples into another, empty data folder.")
            }
            Self::UserTaken => f.write_str("An account of this name is there already."),
            Self::Locked => f.write_str("Another process writes to this folder; stop it first."),
            Self::Unavailable(why) => write!(f, "The store is unavailable: {why}."),
            Self::OutcomeUnknown(why) => write!(f, "Whether the write was stored is unknown: {why}."),
            Self::Corrupt(what) => write!(f, "What is stored is not what was written: {what}."),
            Self::Database(what) => write!(f, "The database answered with an error: {what}."),
        }
    }
}

impl Error for StorageError {}

impl From<sea_orm::DbErr> for StorageError {
    fn from(error: sea_orm::DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
            // Identities are made by clients: one that is in use is malformed data, no fault of the database.
            return Self::Refused(vec![Finding::malformed("", "repeated_id")]);
        }
        match error {
            sea_orm::DbErr::ConnectionAcquire(why) => Self::Unavailable(why.to_string()),
            sea_orm::DbErr::Conn(why) => Self::Unavailable(why.to_string()),
            other => Self::Database(other.to_string()),
        }
    }
}
