//! Remembers a programme: one writer, an audit chain, SQLite or PostgreSQL.
//!
//! [`Storage::perform`] is the one way in for acts: it loads the facts, decides, stores and audits inside one write
//! transaction, so that no act ever decides on facts that were read before it. Readings go past the writer.
//!
//! - The writer drains a queue, runs what waits in one transaction, commits once for the whole group and answers after
//!   the commit. What was answered is on the disk.
//! - Every act leaves exactly one entry in the audit chain of its programme; [`Storage::verify`] finds any byte that
//!   was changed outside the writer.
//! - The same code runs on SQLite (a file in a folder) and on PostgreSQL.

mod accounts;
mod acts;
mod aggregate;
mod asking;
mod audit;
mod backup;
mod cache;
mod central_uses;
mod changed_rows;
mod changes;
mod connect;
mod convert;
mod difference;
mod duties;
mod entities;
mod error;
mod facts;
mod folder;
mod group;
mod import;
mod load;
mod location;
mod lock;
mod migrations;
mod named;
mod outcome;
mod perform;
mod plans;
mod programmes;
mod queue;
mod readings;
mod record;
mod register;
mod reports;
mod rows;
mod sessions;
mod settings;
mod shared;
mod siblings;
mod storage;
#[cfg(test)]
mod tests;
mod verify;
mod whole_programme;
mod writer;
mod writes;

pub use accounts::{Account, Accounts};
pub use acts::{Changed, Stamp, StoredAct};
pub use asking::{Performed, Who, WriteKey};
pub use backup::{Chain, Contents, EvidenceFile, StructureFault};
pub use changes::Change;
pub use duties::{Made, TaskAct, TaskActor};
pub use error::StorageError;
pub use folder::make_folder;
pub use import::{IMPORT, Import, Standing};
pub use location::Location;
pub use lock::lock_holder;
pub use plans::PlanAct;
pub use programmes::ProgrammeAct;
pub use sessions::{SESSION_ABSOLUTE, SESSION_IDLE, Sessions};
pub use settings::{ConnectionSettings, SettingsReport};
pub use storage::Storage;
pub use verify::{Fault, VerifyReport};

/// The chain of what belongs to no programme: accounts. It stands where the identity of a programme stands.
pub const INSTALLATION: uuid::Uuid = uuid::Uuid::nil();
