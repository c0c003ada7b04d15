//! A group of writes that commit together: the transaction, the heads of the chains, what is written once at its end.

use crate::{
    Change, StorageError,
    audit::{self, Head, Said},
    cache::Cache,
    entities::{audit_entry, idempotency, revision},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel,
    QueryFilter, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// How many audit entries one statement inserts.
const INSERTED_AT_ONCE: usize = 256;

/// A group of writes in one transaction.
pub(crate) struct Group {
    /// The transaction.
    pub(crate) txn: DatabaseTransaction,
    /// Dossiers as they stand in the transaction.
    pub(crate) cache: Cache,
    /// Set when the transaction can't go on; then nothing of the group is committed.
    pub(crate) broken: Option<StorageError>,
    heads: BTreeMap<Uuid, Head>,
    entries: Vec<audit_entry::Model>,
    answered: HashMap<(Uuid, String), idempotency::Model>,
    new_answers: Vec<idempotency::Model>,
    is_in_savepoint: bool,
}

impl Group {
    /// Begins: locks the programmes, in order so that two servers never wait for each other, and reads their heads
    /// and the answers already given to these keys.
    pub(crate) async fn begin(
        db: &DatabaseConnection,
        mut cache: Cache,
        programmes: BTreeSet<Uuid>,
        keys: Vec<(Uuid, String)>,
    ) -> Result<Self, StorageError> {
        let txn = begin(db).await?;
        if txn.get_database_backend() == DbBackend::Postgres {
            for programme in &programmes {
                let (high, _) = programme.as_u64_pair();
                let (_, low) = programme.as_u64_pair();
                let key = i64::from_ne_bytes((high ^ low.rotate_left(1)).to_ne_bytes());
                let lock = "SELECT pg_advisory_xact_lock($1)";
                txn.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [key.into()])).await?;
            }
        }
        let rows = if programmes.is_empty() {
            Vec::new()
        } else {
            revision::Entity::find().filter(revision::Column::Programme.is_in(programmes)).all(&txn).await?
        };
        let heads: BTreeMap<Uuid, Head> = rows.into_iter().map(|row| (row.programme, Head::from(row))).collect();
        for (programme, head) in &heads {
            cache.keep_only(*programme, head.revision);
        }
        let mut answered = HashMap::new();
        if !keys.is_empty() {
            let programmes: BTreeSet<Uuid> = keys.iter().map(|(programme, _)| *programme).collect();
            let rows = idempotency::Entity::find()
                .filter(idempotency::Column::Programme.is_in(programmes))
                .filter(idempotency::Column::Key.is_in(keys.into_iter().map(|(_, key)| key)))
                .all(&txn)
                .await?;
            answered.extend(rows.into_iter().map(|row| ((row.programme, row.key.clone()), row)));
        }
        Ok(Self {
            txn,
            cache,
            broken: None,
            heads,
            entries: Vec::new(),
            answered,
            new_answers: Vec::new(),
            is_in_savepoint: false,
        })
    }

    /// The answer that was given to this key, in this group or before.
    pub(crate) fn answer(&self, programme: Uuid, key: &str) -> Option<&idempotency::Model> {
        self.answered.get(&(programme, key.to_owned()))
    }

    /// Keeps the answer to a key.
    pub(crate) fn keep_answer(&mut self, answer: idempotency::Model) {
        self.answered.insert((answer.programme, answer.key.clone()), answer.clone());
        self.new_answers.push(answer);
    }

    /// Whether the programme has a chain.
    pub(crate) fn has_chain(&self, programme: Uuid) -> bool {
        self.heads.contains_key(&programme)
    }

    /// Writes the head of a new chain, inside a savepoint.
    pub(crate) async fn begin_chain(&self, programme: Uuid) -> Result<(), StorageError> {
        let row = revision::Model { programme, revision: 0, sequence: 0, hash: String::new() };
        revision::Entity::insert(row.into_active_model()).exec_without_returning(&self.txn).await?;
        Ok(())
    }

    /// The next entry of a programme's chain; it is made before anything is written, so that nothing can be written
    /// without it.
    pub(crate) fn entry(&self, programme: Uuid, said: &Said<'_>) -> Result<audit_entry::Model, StorageError> {
        audit::entry(programme, self.heads.get(&programme).unwrap_or(&Head::default()), said)
    }

    /// Puts an entry at the end of its chain, after the savepoint of its act was released.
    pub(crate) fn say(&mut self, entry: audit_entry::Model) {
        let head = self.heads.entry(entry.programme).or_default();
        head.sequence = entry.sequence;
        head.hash.clone_from(&entry.hash);
        self.entries.push(entry);
    }

    /// From here a failure takes back only what follows.
    pub(crate) async fn savepoint(&mut self) -> Result<(), StorageError> {
        self.on_transaction("SAVEPOINT act").await?;
        self.is_in_savepoint = true;
        Ok(())
    }

    /// Keeps what was written since the savepoint.
    pub(crate) async fn release(&mut self) -> Result<(), StorageError> {
        self.on_transaction("RELEASE SAVEPOINT act").await?;
        self.is_in_savepoint = false;
        Ok(())
    }

    /// Takes back what a write left unfinished. A database that has lost the savepoint has lost the transaction.
    pub(crate) async fn take_back(&mut self) {
        if !self.is_in_savepoint {
            return;
        }
        self.is_in_savepoint = false;
        if self.on_transaction("ROLLBACK TO SAVEPOINT act").await.is_ok() {
            // What fails here is noted as `broken`.
            let _ = self.on_transaction("RELEASE SAVEPOINT act").await;
        }
    }

    async fn on_transaction(&mut self, sql: &str) -> Result<(), StorageError> {
        match self.txn.execute_unprepared(sql).await {
            Ok(_) => Ok(()),
            Err(why) => {
                let why = StorageError::from(why);
                self.broken = Some(why.clone());
                Err(why)
            }
        }
    }

    /// Writes what is written once a group, and commits. Gives the cache for the next group and what changed.
    pub(crate) async fn commit(mut self) -> Result<(Cache, Vec<Change>), StorageError> {
        if let Some(why) = self.broken {
            return Err(why);
        }
        let changed: BTreeSet<Uuid> = self.entries.iter().map(|entry| entry.programme).collect();
        while !self.entries.is_empty() {
            let some = self.entries.drain(..self.entries.len().min(INSERTED_AT_ONCE));
            let some: Vec<_> = some.map(IntoActiveModel::into_active_model).collect();
            audit_entry::Entity::insert_many(some).exec_without_returning(&self.txn).await?;
        }
        if !self.new_answers.is_empty() {
            let rows = self.new_answers.into_iter().map(IntoActiveModel::into_active_model);
            idempotency::Entity::insert_many(rows).exec_without_returning(&self.txn).await?;
        }
        let mut changes = Vec::new();
        for programme in changed {
            let Some(head) = self.heads.get(&programme) else { continue };
            let row = revision::ActiveModel {
                programme: Unchanged(programme),
                revision: Set(head.revision + 1),
                sequence: Set(head.sequence),
                hash: Set(head.hash.clone()),
            };
            revision::Entity::update(row).exec_without_returning(&self.txn).await?;
            let change = Change { programme, revision: head.revision + 1 };
            if self.txn.get_database_backend() == DbBackend::Postgres {
                change.notify(&self.txn).await?;
            }
            self.cache.advance(programme, change.revision);
            changes.push(change);
        }
        self.txn.commit().await?;
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
