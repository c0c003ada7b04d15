//! Opens connections with the settings that durability rests on, and reads these settings back from each of them.

use crate::{ConnectionSettings, Location, StorageError};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{self, Row, postgres::PgConnection, sqlite},
};
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// How long a connection waits for a lock of another.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How many readers work at once.
const READERS: u32 = 4;
/// Memory for the pages of the database that the writer holds, in KiB; below 0 as SQLite has it, which counts pages otherwise.
const WRITER_CACHE: &str = "-32768";
/// How long a reading waits for a free reader.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// The settings of every open connection, as each of them answered.
pub(crate) type Seen = Arc<Mutex<Vec<ConnectionSettings>>>;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The one connection that writes.
    Writer,
    /// The connections that read, and can't write.
    Readers,
    /// The connection that writes a copy into another file; its own file it can't change.
    Copier,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Writer => "writer",
            Self::Readers => "reader",
            Self::Copier => "copier",
        }
    }
}

/// Opens the connections of one part.
pub(crate) async fn connect(location: &Location, part: Part, seen: &Seen) -> Result<DatabaseConnection, StorageError> {
    let options = match location {
        Location::Folder(folder) => sqlite_options(&folder.join("anju.sqlite"), part, seen),
        Location::Url(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            postgres_options(url, part, seen)
        }
        Location::Url(_) => {
            return Err(StorageError::Unavailable(
                "the address of a database begins with postgres://; SQLite is a folder".to_owned(),
            ));
        }
    };
    Database::connect(options).await.map_err(|why| StorageError::Unavailable(why.to_string()))
}

fn common(url: String, part: Part) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    let count = if part == Part::Readers { READERS } else { 1 };
    options
        .max_connections(count)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        // A connection that is kept for good needs no question before each use.
        .test_before_acquire(false);
    options
}

fn sqlite_options(file: &Path, part: Part, seen: &Seen) -> ConnectOptions {
    let mut options = common("sqlite::memory:".to_owned(), part);
    let file = file.to_owned();
    options.map_sqlx_sqlite_opts(move |_| {
        let settings = sqlite::SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(part == Part::Writer)
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
            .synchronous(sqlite::SqliteSynchronous::Full)
            .statement_cache_capacity(256);
        let settings = sqlx::ConnectOptions::disable_statement_logging(settings);
        match part {
            // An import is one transaction: what it changes and what its statements could be taken back by stay in memory,
            // instead of going to disk and back many times before the commit.
            Part::Writer => settings
                .journal_mode(sqlite::SqliteJournalMode::Wal)
                .pragma("cache_size", WRITER_CACHE)
                .pragma("temp_store", "memory"),
            Part::Readers => settings.pragma("query_only", "1"),
            // With query_only SQLite refuses to write the copy too.
            Part::Copier => settings.read_only(true),
        }
    });
    let seen = Arc::clone(seen);
    options.map_sqlx_sqlite_pool_opts(move |pool| {
        let seen = Arc::clone(&seen);
        pool.after_connect(move |connection, _| {
            let seen = Arc::clone(&seen);
            Box::pin(async move { note(&seen, sqlite_settings(connection, part).await?) })
        })
    });
    options
}

async fn sqlite_settings(connection: &mut sqlx::SqliteConnection, part: Part) -> sqlx::Result<ConnectionSettings> {
    let mut number = async |sql: &'static str| -> sqlx::Result<i64> {
        sqlx::query(sql).fetch_one(&mut *connection).await?.try_get(0)
    };
    let synchronous = number("PRAGMA synchronous").await?;
    let foreign_keys = number("PRAGMA foreign_keys").await? == 1;
    let busy_timeout_ms = number("PRAGMA busy_timeout").await?;
    let query_only = number("PRAGMA query_only").await? == 1;
    let journal_mode: String = sqlx::query("PRAGMA journal_mode").fetch_one(connection).await?.try_get(0)?;
    Ok(ConnectionSettings {
        part: part.name().to_owned(),
        journal_mode,
        synchronous: if synchronous == 2 { "full".to_owned() } else { synchronous.to_string() },
        foreign_keys,
        busy_timeout_ms,
        query_only,
    })
}

fn postgres_options(url: &str, part: Part, seen: &Seen) -> ConnectOptions {
    let mut options = common(url.to_owned(), part);
    options.set_application_name(match part {
        Part::Writer => "anju writer",
        Part::Readers => "anju reader",
        Part::Copier => "anju copier",
    });
    options.map_sqlx_postgres_opts(move |settings| {
        let read_only = if part == Part::Writer { "off" } else { "on" };
        sqlx::ConnectOptions::disable_statement_logging(settings.statement_cache_capacity(256).options([
            ("default_transaction_read_only", read_only),
            ("synchronous_commit", "on"),
            ("lock_timeout", "10s"),
        ]))
    });
    let seen = Arc::clone(seen);
    options.map_sqlx_postgres_pool_opts(move |pool| {
        let seen = Arc::clone(&seen);
        pool.after_connect(move |connection, _| {
            let seen = Arc::clone(&seen);
            Box::pin(async move { note(&seen, postgres_settings(connection, part).await?) })
        })
    });
    options
}

async fn postgres_settings(connection: &mut PgConnection, part: Part) -> sqlx::Result<ConnectionSettings> {
    let row = sqlx::query(
        "SELECT current_setting('synchronous_commit'), current_setting('default_transaction_read_only'), \
         current_setting('session_replication_role'), current_setting('fsync')",
    )
    .fetch_one(connection)
    .await?;
    let text = |at: usize| row.try_get::<String, _>(at);
    let synchronous = if text(3)? == "on" && text(0)? == "on" { "full".to_owned() } else { "off".to_owned() };
    Ok(ConnectionSettings {
        part: part.name().to_owned(),
        journal_mode: "wal".to_owned(),
        synchronous,
        foreign_keys: text(2)? == "origin",
        busy_timeout_ms: 10_000,
        query_only: text(1)? == "on",
    })
}

/// Refuses a connection that is not set as it must be, and notes one that is.
fn note(seen: &Seen, settings: ConnectionSettings) -> sqlx::Result<()> {
    // A throw-away PostgreSQL of a test may run without fsync; that is the server's business, and shown.
    let is_safe = settings.journal_mode == "wal"
        && settings.foreign_keys
        && settings.busy_timeout_ms >= 5_000
        && settings.query_only == (settings.part == Part::Readers.name());
    if !is_safe {
        return Err(sqlx::Error::Configuration(format!("a connection is not set as it must be: {settings:?}").into()));
    }
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(settings);
    Ok(())
}
