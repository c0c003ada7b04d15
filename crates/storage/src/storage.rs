//! The store as callers see it.

use crate::{
    Accounts, Change, Location, Performed, Sessions, SettingsReport, StorageError, StoredAct, VerifyReport, Who, WriteKey,
};
use anju_domain::{
    api::{AuditPage, AuditQuery, CommunityPage, CommunityQuery},
    indicators::ProgrammeFacts,
    model::{AnnualPlan, Dossier, Programme},
};
use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::broadcast;
use uuid::Uuid;

/// A store that is open; cheap to clone.
#[derive(Clone, Debug)]
pub struct Storage;

fn not_connected<T>() -> Result<T, StorageError> {
    Err(StorageError::Unavailable("not connected".to_owned()))
}

impl Storage {
    /// Opens for reading and writing, and brings the schema up to date.
    ///
    /// # Errors
    /// [`StorageError::Locked`] when another process writes to the folder.
    pub async fn open(_location: Location) -> Result<Self, StorageError> {
        not_connected()
    }

    /// Opens for reading alone: takes no lock and changes nothing.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when there is nothing to read or its schema is older than the program.
    pub async fn open_read_only(_location: Location) -> Result<Self, StorageError> {
        not_connected()
    }

    /// Ends after the writes that are queued; frees the lock.
    ///
    /// # Errors
    /// When the database can't be closed in order.
    pub async fn close(self) -> Result<(), StorageError> {
        not_connected()
    }

    /// How every connection is set.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn settings_report(&self) -> Result<SettingsReport, StorageError> {
        not_connected()
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
        _programme: Uuid,
        _who: &Who,
        _key: &WriteKey,
        _object: Uuid,
        _request: A::Request,
        _today: NaiveDate,
        _now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        not_connected()
    }

    /// All programmes, by division code.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn programmes(&self) -> Result<Vec<Programme>, StorageError> {
        not_connected()
    }

    /// A programme.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme(&self, _id: Uuid) -> Result<Programme, StorageError> {
        not_connected()
    }

    /// Everything about one project community.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn dossier(&self, _programme: Uuid, _id: Uuid) -> Result<Dossier, StorageError> {
        not_connected()
    }

    /// What the indicators read, on a day.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme_facts(&self, _programme: Uuid, _today: NaiveDate) -> Result<ProgrammeFacts, StorageError> {
        not_connected()
    }

    /// A page of the project communities, by plan year and code.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn communities(
        &self,
        _programme: Uuid,
        _query: &CommunityQuery,
        _today: NaiveDate,
    ) -> Result<CommunityPage, StorageError> {
        not_connected()
    }

    /// A page of the audit log, newest first. [`crate::INSTALLATION`] has the changes of accounts.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn audit_page(&self, _programme: Uuid, _query: &AuditQuery) -> Result<AuditPage, StorageError> {
        not_connected()
    }

    /// The revision of a programme: grows with every committed change.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn revision(&self, _programme: Uuid) -> Result<i64, StorageError> {
        not_connected()
    }

    /// Every committed change from now on, also those of other servers on the same PostgreSQL.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        broadcast::channel(1).1
    }

    /// Recomputes the audit chains and compares everything that is stored with its last digest.
    ///
    /// # Errors
    /// Those of any reading; what is wrong with the stored data is in the report.
    pub async fn verify(&self) -> Result<VerifyReport, StorageError> {
        not_connected()
    }

    /// Loads a whole programme in one transaction with one audit entry that lists all its objects.
    ///
    /// # Errors
    /// [`StorageError::AlreadyLoaded`] when a programme of the same division code is there.
    pub async fn load_programme(
        &self,
        _programme: &Programme,
        _plans: &[AnnualPlan],
        _dossiers: &[Dossier],
        _who: &Who,
        _now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        not_connected()
    }

    /// The accounts.
    pub fn accounts(&self) -> Accounts<'_> {
        Accounts(self)
    }

    /// The sessions.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }
}
