//! How each connection is set: asserted at start, shown by the server's health page.

use serde::Serialize;

/// How the connections are set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettingsReport {
    /// `sqlite` or `postgresql`.
    pub database: String,
    /// The writer's connection first, when there is one, then the readers'.
    pub connections: Vec<ConnectionSettings>,
}

/// How one connection is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConnectionSettings {
    /// `writer` or `reader`.
    pub part: String,
    /// `wal` on SQLite.
    pub journal_mode: String,
    /// `full` on SQLite; the server's `synchronous_commit` on PostgreSQL.
    pub synchronous: String,
    /// Whether references are enforced.
    pub foreign_keys: bool,
    /// How long a connection waits for a lock, in milliseconds.
    pub busy_timeout_ms: i64,
    /// Whether the connection refuses writes.
    pub query_only: bool,
}
