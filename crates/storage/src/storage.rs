//! The store as callers see it.

use crate::{
    Accounts, Change, Location, Performed, Sessions, SettingsReport, StorageError, StoredAct, VerifyReport, Who,
    WriteKey, audit,
    changes::follow,
    communities,
    connect::{Part, Seen},
    convert::programme_of,
    entities::{idempotency, programme, revision},
    group::Group,
    load::{Wanted, load_dossier, load_dossiers, load_plans, load_programme},
    lock::lock,
    migrations::Migrator,
    perform::Asked,
    shared::Shared,
    verify,
    whole_programme::Whole,
    writer::{self, Queue},
};
use anju_domain::{
    api::{AuditPage, AuditQuery, CommunityPage, CommunityQuery},
    indicators::ProgrammeFacts,
    model::{AnnualPlan, Dossier, Programme},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, QueryFilter, QueryOrder};
use sea_orm_migration::MigratorTrait;
use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{sync::broadcast, task::JoinHandle};
use uuid::Uuid;

/// What a write does, while it does it.
pub(crate) type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + Send + 'a>>;

/// How long answers are kept for repeated requests.
const ANSWERS_KEPT: TimeDelta = TimeDelta::days(7);

/// A store that is open; cheap to clone.
#[derive(Clone)]
pub struct Storage {
    shared: Arc<Shared>,
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
        let (queue, writer) = writer::start(Arc::clone(&shared), connection, lock);
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

    /// Performs an act on an object: loads, decides, stores and audits inside the write transaction, and answers
    /// after its commit. An answer that gets lost changes nothing about that.
    ///
    /// # Errors
    /// [`StorageError::Refused`] with the findings, [`StorageError::StaleVersion`], [`StorageError::NotFound`],
    /// [`StorageError::RepeatedKey`]; [`StorageError::Unavailable`] when the outcome is unknown.
    #[expect(clippy::too_many_arguments, reason = "what an act needs, once, at the one way in")]
    pub async fn perform<A: StoredAct>(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        object: Uuid,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked::<A> { programme, who: who.clone(), key: key.clone(), object, request, today, now };
        self.queue()?.write(Some(programme), idempotency, move |group| Box::pin(asked.perform(group))).await
    }

    /// All programmes, by division code.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn programmes(&self) -> Result<Vec<Programme>, StorageError> {
        let rows = programme::Entity::find().order_by_asc(programme::Column::DivisionCode).all(&self.readers()).await?;
        rows.into_iter().map(programme_of).collect()
    }

    /// A programme.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme(&self, id: Uuid) -> Result<Programme, StorageError> {
        load_programme(&self.readers(), id).await
    }

    /// Everything about one project community.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn dossier(&self, programme: Uuid, id: Uuid) -> Result<Dossier, StorageError> {
        load_dossier(&self.shared.snapshot().await?, programme, id).await
    }

    /// What the indicators read, on a day.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme_facts(&self, programme: Uuid, today: NaiveDate) -> Result<ProgrammeFacts, StorageError> {
        let snapshot = self.shared.snapshot().await?;
        let owner = load_programme(&snapshot, programme).await?;
        let plans = load_plans(&snapshot, programme).await?;
        let dossiers = load_dossiers(&snapshot, &owner, &plans, Wanted::All).await?;
        let revision = head(&snapshot, programme).await?;
        Ok(ProgrammeFacts::of(owner, plans, &dossiers, today, revision))
    }

    /// A page of the project communities, by plan year and code.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn communities(
        &self,
        programme: Uuid,
        query: &CommunityQuery,
        today: NaiveDate,
    ) -> Result<CommunityPage, StorageError> {
        communities::page(&self.shared.snapshot().await?, programme, query, today).await
    }

    /// A page of the audit log, newest first. [`crate::INSTALLATION`] has the changes of accounts.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn audit_page(&self, programme: Uuid, query: &AuditQuery) -> Result<AuditPage, StorageError> {
        audit::page(&self.readers(), programme, query).await
    }

    /// The revision of a programme: grows with every committed change.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn revision(&self, programme: Uuid) -> Result<i64, StorageError> {
        head(&self.readers(), programme).await
    }

    /// Every committed change from now on, also those of other servers on the same PostgreSQL.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.shared.listen()
    }

    /// Recomputes the audit chains and compares everything that is stored with its last digest.
    ///
    /// # Errors
    /// Those of any reading; what is wrong with the stored data is in the report.
    pub async fn verify(&self) -> Result<VerifyReport, StorageError> {
        verify::verify(&self.shared.snapshot().await?).await
    }

    /// Loads a whole programme in one transaction with one audit entry that lists all its objects.
    ///
    /// # Errors
    /// [`StorageError::AlreadyLoaded`] when a programme of the same division code is there.
    pub async fn load_programme(
        &self,
        programme: &Programme,
        plans: &[AnnualPlan],
        dossiers: &[Dossier],
        who: &Who,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let whole = Whole::of(programme, plans, dossiers)?;
        let (id, who) = (programme.id, who.clone());
        self.queue()?.write(Some(id), None, move |group| Box::pin(whole.store(who, now, group))).await
    }

    /// Forgets answers to requests that nobody will repeat any more; gives how many.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn purge_answers(&self, now: DateTime<Utc>) -> Result<u64, StorageError> {
        let before = (now - ANSWERS_KEPT).timestamp();
        let queue = self.queue()?;
        queue.write(None, None, move |group| Box::pin(purge_answers(before, group))).await
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

async fn purge_answers(before: i64, group: &mut Group) -> Result<u64, StorageError> {
    let old = idempotency::Entity::delete_many().filter(idempotency::Column::At.lt(before));
    Ok(old.exec(&group.txn).await?.rows_affected)
}

fn taken<T>(held: &Mutex<Option<T>>) -> Option<T> {
    held.lock().unwrap_or_else(PoisonError::into_inner).take()
}

async fn head(db: &impl ConnectionTrait, programme: Uuid) -> Result<i64, StorageError> {
    let row = revision::Entity::find_by_id(programme).one(db).await?;
    row.map(|row| row.revision).ok_or(StorageError::NotFound)
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
