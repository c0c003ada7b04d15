//! The one writer: drains a queue, runs what waits in one transaction, commits once for the group and answers after it.

use crate::{
    StorageError,
    cache::Cache,
    connect::Part,
    group::{Group, Manner},
    queue::Queued,
    shared::Shared,
};
use sea_orm::DatabaseConnection;
use std::{fs::File, sync::Arc};
use tokio::sync::mpsc;

/// How many writes commit together at most.
const MOST_IN_A_GROUP: usize = 256;

/// The one writer.
pub(crate) struct Writer {
    shared: Arc<Shared>,
    /// None after an error that leaves open what was stored: then it is opened anew before the next write.
    connection: Option<DatabaseConnection>,
    cache: Cache,
    _lock: Option<File>,
}

impl Writer {
    /// A writer on a connection of its own. It holds the folder's lock until its last write is done.
    pub(crate) fn new(shared: Arc<Shared>, connection: DatabaseConnection, lock: Option<File>) -> Self {
        Self { shared, connection: Some(connection), cache: Cache::default(), _lock: lock }
    }

    /// Writes what is handed in until nobody can hand in any more.
    pub(crate) async fn run(mut self, mut queue: mpsc::Receiver<Queued>) {
        let mut waiting = Vec::with_capacity(MOST_IN_A_GROUP);
        // What waits is a group: the longer a commit takes, the more commit together next, and nobody waits for company.
        while queue.recv_many(&mut waiting, MOST_IN_A_GROUP).await > 0 {
            let outcome = match self.connection().await {
                Ok(connection) => self.write(&connection, &mut waiting).await,
                Err(why) => Err(why),
            };
            for queued in waiting.drain(..) {
                queued.answer(outcome.clone());
            }
        }
        if let Some(connection) = self.connection.take() {
            let _ = connection.close().await;
        }
    }

    async fn connection(&mut self) -> Result<DatabaseConnection, StorageError> {
        if let Some(connection) = &self.connection {
            return Ok(connection.clone());
        }
        self.shared.forget_settings();
        let connection = self.shared.connect(Part::Writer).await?;
        self.shared.reopen_readers().await?;
        self.connection = Some(connection.clone());
        Ok(connection)
    }

    /// Writes a group: all of it together, or, when a write fails half-way, again one by one.
    async fn write(&mut self, connection: &DatabaseConnection, group: &mut [Queued]) -> Result<(), StorageError> {
        for manner in [Manner::Together, Manner::OneByOne] {
            match self.write_as(manner, connection, group).await {
                Ok(true) => break,
                Ok(false) => {}
                Err(why) => {
                    self.stop(connection, &why).await;
                    return Err(match why {
                        StorageError::OutcomeUnknown(_) => why,
                        // A commit was never asked for: the database takes back what it has of the transaction.
                        before => StorageError::Unavailable(format!("the writes were taken back: {before}")),
                    });
                }
            }
        }
        Ok(())
    }

    /// Writes a group in one transaction. False when nothing of it was stored, because a write has failed half-way.
    async fn write_as(
        &mut self,
        manner: Manner,
        connection: &DatabaseConnection,
        writes: &mut [Queued],
    ) -> Result<bool, StorageError> {
        let programmes = writes.iter().filter_map(|queued| queued.programme).collect();
        let keys = writes.iter().filter_map(|queued| Some((queued.programme?, queued.key.clone()?))).collect();
        let mut group = Group::begin(connection, manner, std::mem::take(&mut self.cache), programmes, keys).await?;
        for queued in writes {
            group.begin_write().await?;
            let outcome = queued.run(&mut group).await;
            if !group.end_write(&outcome).await? {
                group.take_back().await?;
                return Ok(false);
            }
        }
        if !group.end_writes().await {
            group.take_back().await?;
            return Ok(false);
        }
        let (cache, changes) = group.commit().await?;
        self.cache = cache;
        self.shared.tell(&changes);
        Ok(true)
    }

    /// After an error of the commit nobody knows what is on the disk: the connection is closed, never tried again. A
    /// second sync of the same handle would succeed without what the first one has lost.
    async fn stop(&mut self, connection: &DatabaseConnection, why: &StorageError) {
        tracing::error!(%why, "writing has stopped; the database is opened anew");
        self.cache = Cache::default();
        self.connection = None;
        if let Err(why) = connection.clone().close().await {
            tracing::error!(%why, "the connection was not closed in order");
        }
    }
}
