//! What the store's parts have in common: where it is, its readers, who listens to changes.

use crate::{
    Change, Location, StorageError,
    connect::{Part, Seen, connect},
    facts::KeptFacts,
};
use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel, TransactionOptions,
    TransactionTrait,
};
use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicU64, Ordering},
};
use tokio::sync::broadcast;

/// How many changes a slow listener may be behind before it is told to fetch everything.
const CHANGES_KEPT: usize = 256;

/// What the store's parts have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) location: Location,
    pub(crate) seen: Seen,
    changes: broadcast::Sender<Change>,
    readers: RwLock<DatabaseConnection>,
    statements: Arc<AtomicU64>,
    /// The facts that the figures are made of, as they were last asked for.
    pub(crate) facts: KeptFacts,
}

impl Shared {
    /// Opens the readers.
    pub(crate) async fn open(location: Location, seen: Seen) -> Result<Self, StorageError> {
        let statements = Arc::new(AtomicU64::new(0));
        let readers = counted(connect(&location, Part::Readers, &seen).await?, &statements);
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        let facts = KeptFacts::default();
        Ok(Self { location, seen, changes, readers: RwLock::new(readers), statements, facts })
    }

    /// Opens connections of a part.
    pub(crate) async fn connect(&self, part: Part) -> Result<DatabaseConnection, StorageError> {
        connect(&self.location, part, &self.seen).await
    }

    /// Forgets how connections were set that are being closed.
    pub(crate) fn forget_settings(&self) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Opens the readers anew.
    pub(crate) async fn reopen_readers(&self) -> Result<(), StorageError> {
        let new = counted(self.connect(Part::Readers).await?, &self.statements);
        let old = {
            let mut readers = self.readers.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *readers, new)
        };
        old.close().await.map_err(StorageError::from)
    }

    /// The readers.
    pub(crate) fn readers(&self) -> DatabaseConnection {
        self.readers.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many statements the readers have run.
    pub(crate) fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// A transaction that reads one state of the database, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, StorageError> {
        let readers = self.readers();
        let mut options = TransactionOptions::default();
        if readers.get_database_backend() == DbBackend::Postgres {
            options.isolation_level = Some(IsolationLevel::RepeatableRead);
            options.access_mode = Some(AccessMode::ReadOnly);
        }
        // Apart: the driver of PostgreSQL knows of a transaction only when BEGIN is answered. A request that is given up
        // before that would leave a connection with a transaction that nobody ends.
        let begun = tokio::spawn(async move { readers.begin_with_options(options).await });
        Ok(begun.await.map_err(|why| StorageError::Unavailable(why.to_string()))??)
    }

    /// Tells listeners what was committed. On PostgreSQL the database itself tells every server.
    pub(crate) fn tell(&self, changes: &[Change]) {
        if matches!(self.location, Location::Folder(_)) {
            for change in changes {
                self.announce(*change);
            }
        }
    }

    /// Tells listeners of one change.
    pub(crate) fn announce(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.changes.send(change);
    }

    /// Every change from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }
}

fn counted(mut connection: DatabaseConnection, statements: &Arc<AtomicU64>) -> DatabaseConnection {
    let statements = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    connection
}
