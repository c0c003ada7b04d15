//! A group of writes that commit together: the transaction, how its writes are run, what they leave.

use crate::{
    Change, StorageError,
    aggregate::Aggregate,
    cache::{Cache, Held},
    changed_rows::{ChangedValues, only_values_differ, write_difference},
    entities::revision,
    record::Record,
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How the writes of a group are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// All as one, which costs the fewest statements. When one fails after it has written, all of it is taken back.
    Together,
    /// Each in a savepoint of its own, so that one that fails takes back itself alone.
    OneByOne,
}

/// A group of writes in one transaction.
pub(crate) struct Group {
    txn: DatabaseTransaction,
    manner: Manner,
    /// Dossiers as they stand after the writes so far.
    pub(crate) cache: Cache,
    /// What is written at the end.
    pub(crate) record: Record,
    changed: ChangedValues,
    /// Whether the write that is running has written.
    has_written: bool,
}

impl Group {
    /// Begins: locks the programmes, in order so that two servers never wait for each other, and reads how far their
    /// chains have come and the answers already given to these keys.
    pub(crate) async fn begin(
        db: &DatabaseConnection,
        manner: Manner,
        mut cache: Cache,
        programmes: BTreeSet<Uuid>,
        keys: Vec<(Uuid, String)>,
    ) -> Result<Self, StorageError> {
        let txn = begin(db).await?;
        if txn.get_database_backend() == DbBackend::Postgres {
            for programme in &programmes {
                let (high, low) = programme.as_u64_pair();
                let key = i64::from_ne_bytes((high ^ low.rotate_left(1)).to_ne_bytes());
                let lock = "SELECT pg_advisory_xact_lock($1)";
                txn.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [key.into()])).await?;
            }
        }
        let record = Record::read(&txn, programmes, keys).await?;
        for (programme, revision) in record.revisions() {
            cache.keep_only(programme, revision);
        }
        Ok(Self { txn, manner, cache, record, changed: ChangedValues::default(), has_written: false })
    }

    /// The transaction, for reading what the writes so far have left.
    pub(crate) async fn for_reading(&mut self) -> Result<&DatabaseTransaction, StorageError> {
        self.write_changed().await?;
        Ok(&self.txn)
    }

    /// The transaction, for writing.
    pub(crate) const fn for_writing(&mut self) -> &DatabaseTransaction {
        self.has_written = true;
        &self.txn
    }

    /// Writes what an act leaves of a project community. Values alone are written later, with those of other acts;
    /// what the database may refuse is written at once.
    pub(crate) async fn leave(&mut self, held: &Held, after: &Aggregate) -> Result<(), StorageError> {
        self.has_written = true;
        if self.manner == Manner::Together && only_values_differ(&held.rows, &after.rows) {
            self.changed.note(after.id, &held.rows, &after.rows);
            return Ok(());
        }
        self.write_changed().await?;
        write_difference(&held.rows, &after.rows, &self.txn).await
    }

    async fn write_changed(&mut self) -> Result<(), StorageError> {
        if self.changed.is_empty() {
            return Ok(());
        }
        let outcome = std::mem::take(&mut self.changed).write(&self.txn).await;
        self.has_written |= outcome.is_err();
        outcome
    }

    /// Writes the head of a new chain.
    pub(crate) async fn begin_chain(&mut self, programme: Uuid) -> Result<(), StorageError> {
        let row = revision::Model { programme, revision: 0, sequence: 0, hash: String::new() };
        revision::Entity::insert(row.into_active_model()).exec_without_returning(self.for_writing()).await?;
        Ok(())
    }

    /// Begins one write.
    pub(crate) async fn begin_write(&mut self) -> Result<(), StorageError> {
        self.has_written = false;
        self.on_savepoint("SAVEPOINT act").await
    }

    /// Ends one write. False when the group is of no use any more, because the write has failed half-way.
    ///
    /// # Errors
    /// A database that has lost the savepoint has lost the transaction.
    pub(crate) async fn end_write(&mut self, outcome: &Result<(), StorageError>) -> Result<bool, StorageError> {
        if outcome.is_err() {
            self.on_savepoint("ROLLBACK TO SAVEPOINT act").await?;
        }
        self.on_savepoint("RELEASE SAVEPOINT act").await?;
        let is_clean = match outcome {
            Ok(()) => true,
            Err(StorageError::Database(_) | StorageError::Unavailable(_)) => false,
            Err(_) => !self.has_written,
        };
        Ok(is_clean || self.manner == Manner::OneByOne)
    }

    async fn on_savepoint(&self, sql: &str) -> Result<(), StorageError> {
        if self.manner == Manner::OneByOne {
            self.txn.execute_unprepared(sql).await?;
        }
        Ok(())
    }

    /// Ends the writes: what waits is written. False when that has failed, as in [`Self::end_write`].
    pub(crate) async fn end_writes(&mut self) -> bool {
        self.write_changed().await.is_ok()
    }

    /// Takes back the whole group.
    pub(crate) async fn take_back(self) -> Result<(), StorageError> {
        Ok(self.txn.rollback().await?)
    }

    /// Writes what is written once a group, and commits. Gives the cache for the next group and what changed.
    ///
    /// # Errors
    /// [`StorageError::OutcomeUnknown`] when the commit was asked for and failed; nothing is stored after any other.
    pub(crate) async fn commit(mut self) -> Result<(Cache, Vec<Change>), StorageError> {
        let changes = self.record.write(&self.txn).await?;
        for change in &changes {
            self.cache.advance(change.programme, change.revision);
        }
        self.txn.commit().await.map_err(|why| StorageError::OutcomeUnknown(why.to_string()))?;
        Ok((self.cache, changes))
    }
}

/// A transaction that will write: on SQLite it takes the write lock at once, because one that reads first and writes
/// later fails without waiting.
async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, StorageError> {
    let mode = (db.get_database_backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() };
    Ok(db.begin_with_options(options).await?)
}

/// The present, for what is only kept to be thrown away later.
pub(crate) const fn seconds(at: DateTime<Utc>) -> i64 {
    at.timestamp()
}
