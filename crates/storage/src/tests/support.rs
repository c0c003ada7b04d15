//! Places to store in, programmes to store, people who store.

use crate::{Location, Performed, Storage, StorageError, Who, WriteKey};
use anju_domain::{
    acts::{FundingEntry, SaveFunding},
    exact::Money,
    model::Dossier,
    sample::{self, SampleProgramme},
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::{
    env, fs,
    path::PathBuf,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use uuid::Uuid;

/// An identity that no other test of this run has.
pub(super) fn new_id() -> Uuid {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let start = Utc::now().timestamp_micros().unsigned_abs();
    Uuid::from_u64_pair(start ^ (u64::from(std::process::id()) << 40), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// An empty place of its own.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) location: Location,
}

impl Place {
    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.location, Location::Url(_))
    }

    pub(super) async fn open(&self) -> Storage {
        Storage::open(self.location.clone()).await.unwrap()
    }

    /// A connection that nothing guards, as somebody would have who tampers with the file.
    pub(super) async fn raw(&self) -> DatabaseConnection {
        match &self.location {
            Location::Folder(folder) => {
                let file = folder.join("anju.sqlite");
                let raw = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
                raw.execute_unprepared("PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 10000").await.unwrap();
                raw
            }
            Location::Url(url) => {
                let mut options = sea_orm::ConnectOptions::new(url.clone());
                options.max_connections(1);
                let raw = Database::connect(options).await.unwrap();
                raw.execute_unprepared("SET session_replication_role = replica").await.unwrap();
                raw
            }
        }
    }

    /// A place with the sample programme in it.
    pub(super) async fn with_sample(&self) -> (Storage, SampleProgramme) {
        let storage = self.open().await;
        let sample = sample::programme();
        load(&storage, &sample).await.unwrap();
        (storage, sample)
    }
}

type Body = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Runs a body in an empty place on each database that is there.
pub(super) async fn on_each_database(body: impl Fn(Arc<Place>) -> Body) {
    let folder = env::temp_dir().join(format!("anju-storage-{}", new_id()));
    let outcome = tokio::spawn(body(Arc::new(Place { location: Location::Folder(folder.clone()) }))).await;
    remove(&folder);
    outcome.unwrap();
    let Ok(admin_url) = env::var("ANJU_POSTGRES") else {
        println!("SKIPPED: PostgreSQL");
        return;
    };
    let name = format!("anju_{}", new_id().simple());
    let admin = Database::connect(&admin_url).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (server, _) = admin_url.rsplit_once('/').unwrap();
    let url = match admin_url.split_once('?') {
        Some((_, query)) => format!("{server}/{name}?{query}"),
        None => format!("{server}/{name}"),
    };
    let outcome = tokio::spawn(body(Arc::new(Place { location: Location::Url(url) }))).await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    outcome.unwrap();
}

fn remove(folder: &PathBuf) {
    // A place that was never opened has no folder.
    let _ = fs::remove_dir_all(folder);
}

pub(super) fn office() -> Who {
    Who { user: "office".to_owned(), display: "领导小组办公室".to_owned() }
}

pub(super) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_665_200_000, 123_456_789).unwrap()
}

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

pub(super) fn key(idempotency: &str, version: Option<i64>) -> WriteKey {
    WriteKey { idempotency: Some(idempotency.to_owned()), version }
}

pub(super) async fn load(storage: &Storage, sample: &SampleProgramme) -> Result<(), StorageError> {
    storage.load_programme(&sample.programme, &sample.plans, &sample.dossiers, &office(), now()).await
}

/// The funding of a dossier, its first commitment a fen more.
pub(super) fn a_fen_more(dossier: &Dossier) -> FundingEntry {
    let mut commitments = dossier.project_community.commitments.clone();
    commitments[0].amount = commitments[0].amount.plus(Money::from_fen(1));
    FundingEntry { commitments: commitments.into_iter().map(Into::into).collect() }
}

/// Saves funding.
pub(super) async fn save(
    storage: &Storage,
    dossier: &Dossier,
    request: FundingEntry,
    key: WriteKey,
) -> Result<Performed, StorageError> {
    let (programme, object) = (dossier.programme.id, dossier.project_community.id);
    storage.perform::<SaveFunding>(programme, &office(), &key, object, request, today(), now()).await
}

/// Asserts that no connection of a store has a transaction open.
pub(super) async fn assert_no_open_transaction(place: &Place) {
    let raw = place.raw().await;
    // A log that anybody still reads or writes can't be emptied; whoever else waits on PostgreSQL is seen there.
    let sql = if place.is_postgres() {
        "SELECT count(*)::integer AS busy FROM pg_stat_activity WHERE datname = current_database() \
         AND state LIKE 'idle in transaction%'"
    } else {
        "PRAGMA wal_checkpoint(TRUNCATE)"
    };
    // A transaction whose owner has gone is ended by the driver, in its own time.
    let mut busy = 1;
    for _ in 0..100 {
        let row = raw.query_one_raw(Statement::from_string(raw.get_database_backend(), sql)).await.unwrap().unwrap();
        busy = row.try_get::<i32>("", "busy").unwrap();
        if busy == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    raw.close().await.unwrap();
    assert_eq!(busy, 0, "nobody holds a transaction open");
}

/// Asserts that everything stored is as it was written.
pub(super) async fn assert_proved(storage: &Storage) {
    let report = storage.verify().await.unwrap();
    assert_eq!(report.faults, [], "{report:?}");
    assert!(report.entries > 0);
}

/// A programme of so many communities: the sample's first ones, over and over, with identities of their own.
pub(super) fn programme_of(count: usize) -> SampleProgramme {
    let sample = sample::programme();
    let dossiers = sample.dossiers.iter().cycle().take(count).cloned().enumerate();
    let dossiers = dossiers.map(|(at, dossier)| with_own_ids(dossier, at)).collect();
    SampleProgramme { dossiers, ..sample }
}

fn with_own_ids(mut dossier: Dossier, at: usize) -> Dossier {
    dossier.community.id = new_id();
    dossier.community.code = format!("GT-{at:04}");
    dossier.project.id = new_id();
    let entry = &mut dossier.project_community;
    (entry.id, entry.community, entry.project) = (new_id(), dossier.community.id, dossier.project.id);
    entry.commitments.iter_mut().for_each(|row| row.id = new_id());
    entry.receipts.iter_mut().for_each(|row| row.id = new_id());
    entry.payments.iter_mut().for_each(|row| row.id = new_id());
    for report in &mut dossier.reports {
        (report.id, report.project_community) = (new_id(), dossier.project_community.id);
    }
    dossier
}

/// How a raw connection names what it talks to.
pub(super) fn is_postgres(raw: &DatabaseConnection) -> bool {
    raw.get_database_backend() == DbBackend::Postgres
}
