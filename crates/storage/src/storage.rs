//! The store as callers see it.

use crate::{
    Accounts, Change, Location, Sessions, SettingsReport, StorageError,
    changes::follow,
    connect::{Part, Seen},
    lock::lock,
    migrations::Migrator,
    queue::{Queue, queue},
    shared::Shared,
    writer::Writer,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};
use sea_orm_migration::MigratorTrait;
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{sync::broadcast, task::JoinHandle};

/// A store that is open; cheap to clone.
#[derive(Clone)]
pub struct Storage {
    pub(crate) shared: Arc<Shared>,
    writing: Option<Arc<Writing>>,
}

/// What only a store for writing has.
struct Writing {
    queue: Mutex<Option<Queue>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    listener: Option<JoinHandle<()>>,
}

impl Drop for Writing {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
    }
}

impl fmt::Debug for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Storage").field("writes", &self.writing.is_some()).finish_non_exhaustive()
    }
}

impl Storage {
    /// Opens for reading and writing, and brings the schema up to date.
    ///
    /// # Errors
    /// [`StorageError::Locked`] when another process writes to the folder, [`StorageError::Unavailable`] when the
    /// database can't be reached or a connection is not set as it must be.
    pub async fn open(location: Location) -> Result<Self, StorageError> {
        let lock = match &location {
            Location::Folder(folder) => Some(lock(folder)?),
            Location::Url(_) => None,
        };
        let seen = Seen::default();
        let connection = crate::connect::connect(&location, Part::Writer, &seen).await?;
        migrate(&connection).await?;
        let shared = Arc::new(Shared::open(location, seen).await?);
        let listener = match &shared.location {
            Location::Url(url) => Some(tokio::spawn(follow(Arc::downgrade(&shared), url.clone()))),
            Location::Folder(_) => None,
        };
        let (queue, writes) = queue();
        let writer = tokio::spawn(Writer::new(Arc::clone(&shared), connection, lock).run(writes));
        let writing = Writing { queue: Mutex::new(Some(queue)), writer: Mutex::new(Some(writer)), listener };
        Ok(Self { shared, writing: Some(Arc::new(writing)) })
    }

    /// Opens for reading alone: takes no lock and changes nothing.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when there is nothing to read or its schema is older than the program.
    pub async fn open_read_only(location: Location) -> Result<Self, StorageError> {
        let shared = Arc::new(Shared::open(location, Seen::default()).await?);
        let pending = Migrator::get_pending_migrations_read_only(&shared.readers()).await?;
        if !pending.is_empty() {
            return Err(StorageError::Unavailable(
                "the schema is older than the program; start the server once".into(),
            ));
        }
        Ok(Self { shared, writing: None })
    }

    /// Ends after the writes that are queued; frees the lock.
    ///
    /// # Errors
    /// When the database can't be closed in order.
    pub async fn close(self) -> Result<(), StorageError> {
        if let Some(writing) = &self.writing {
            taken(&writing.queue);
            if let Some(listener) = &writing.listener {
                listener.abort();
            }
            if let Some(writer) = taken(&writing.writer) {
                writer.await.map_err(|why| StorageError::Unavailable(format!("the writer ended early: {why}")))?;
            }
        }
        Ok(self.shared.readers().close().await?)
    }

    /// How every connection was set when it was opened, as it answered itself.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn settings_report(&self) -> Result<SettingsReport, StorageError> {
        let database = match self.readers().get_database_backend() {
            DbBackend::Postgres => "postgresql",
            _ => "sqlite",
        };
        let connections = self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(SettingsReport { database: database.to_owned(), connections })
    }

    /// Every committed change from now on, also those of other servers on the same PostgreSQL.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.shared.listen()
    }

    /// The accounts.
    pub const fn accounts(&self) -> Accounts<'_> {
        Accounts(self)
    }

    /// The sessions.
    pub const fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }

    /// How many statements the readers have run since the store was opened: what tests compare to see that a reading
    /// asks no more often when there are more rows.
    pub fn statements(&self) -> u64 {
        self.shared.statements()
    }

    pub(crate) fn readers(&self) -> DatabaseConnection {
        self.shared.readers()
    }

    pub(crate) fn queue(&self) -> Result<Queue, StorageError> {
        let writing = self.writing.as_ref();
        let writing = writing.ok_or_else(|| StorageError::Unavailable("it is open for reading alone".to_owned()))?;
        let queue = writing.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.clone().ok_or_else(|| StorageError::Unavailable("it is closed".to_owned()))
    }
}

fn taken<T>(held: &Mutex<Option<T>>) -> Option<T> {
    held.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Brings the schema up to date; of several servers that start at once on one PostgreSQL, one does it.
async fn migrate(connection: &DatabaseConnection) -> Result<(), StorageError> {
    let is_postgres = connection.get_database_backend() == DbBackend::Postgres;
    // The writer's pool has one connection, so that lock, steps and unlock meet on it.
    if is_postgres {
        connection.execute_unprepared("SELECT pg_advisory_lock(7236270)").await?;
    }
    let outcome = Migrator::up(connection, None).await;
    if is_postgres {
        connection.execute_unprepared("SELECT pg_advisory_unlock(7236270)").await?;
    }
    Ok(outcome?)
}
