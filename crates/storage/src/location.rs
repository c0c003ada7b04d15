//! Where a programme is kept.

use std::path::PathBuf;

/// Where a programme is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A folder with one SQLite file, `anju.sqlite`, and the lock of its one writing process, `anju.lock`.
    Folder(PathBuf),
    /// A PostgreSQL database, `postgres://user@host/name`. Several servers may share one.
    Url(String),
}
