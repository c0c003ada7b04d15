//! A disk that fails, by faults that `strace` injects: what is not stored is never acknowledged, the writer begins anew
//! with a new handle, and a sync that failed is not tried again.

use super::{
    clients::Client,
    comparison::Book,
    filled,
    ledger::{Attempt, Ledger},
};
use anju_domain::model::Role;
use anju_storage::Storage;
use anju_tests::{
    actor::Actor,
    database::{Database, Kind},
    dice::Dice,
    process::{Process, command, program, verify},
    trace::{self, Call, strace, traced},
};
use uuid::Uuid;

/// What is done with a disk that fails.
struct Failing {
    /// Which file or folder the fault is about, in the data folder.
    file: &'static str,
    /// Which calls fail, and how.
    fault: &'static str,
    /// How many saves are made, and whether files are brought.
    saves: usize,
    files: usize,
}

/// What came of it.
#[derive(Debug, Default)]
struct Came {
    calls: Vec<Call>,
    /// The codes of the answers that did not say "done".
    refusals: Vec<String>,
}

impl Failing {
    /// Writes on the failing disk, each write until it is acknowledged; then the server is killed, started on a disk that
    /// works, and compared.
    async fn run(self) -> Option<Came> {
        let (program, strace) = (program()?, strace()?);
        let database = Database::new(Kind::Sqlite);
        let programme = filled(&database).await;
        let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
        let mut book = Book::open(&storage, programme).await;
        let id = storage.dossiers(programme).await.unwrap()[1].project_community.id;
        storage.close().await.unwrap();

        let seen = database.folder().join("strace.txt");
        let file = database.folder().join(self.file).to_string_lossy().into_owned();
        let inject = format!("inject={}", self.fault);
        let options = ["-e", "trace=openat,close,pwrite64,fdatasync,fsync", "-e", &inject, "-P", &file];
        let server =
            Process::start_by(traced(&strace, &options, &seen, &command(&program, "serve", &database)), &database);
        let (office, unit) = (server.actor(Role::Office).await, server.actor(Role::Unit).await);
        let mut came = Came::default();
        let ledger = Ledger::default();
        let (dice, name) = (Dice::new(1), "f".to_owned());
        let mut client =
            Client { ledger: ledger.clone(), office: office.clone(), unit, dice, name, count: 0, is_patient: true };
        for _ in 0..self.saves {
            let attempt = client.one_save(id).await.expect("reading goes on");
            came.until_acknowledged(&ledger, &office, attempt, id).await;
        }
        for _ in 0..self.files {
            client.brings().await;
        }
        server.kill(&database);
        came.calls = trace::read(&seen);

        let attempts = ledger.into_attempts();
        for attempt in &attempts {
            came.refusals.extend(attempt.answer.iter().filter(|answer| answer.status != 200).map(|answer| {
                assert_eq!(answer.status, 503, "{}", answer.text());
                assert_eq!(answer.header("retry-after"), Some("2"));
                answer.problem(503, answer.value()["code"].as_str().unwrap()).code
            }));
        }
        let server = Process::start(&program, &database);
        let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
        book.compare(&storage, &attempts).await;
        book.compare_files(&database, true);
        storage.close().await.unwrap();
        server.stop();
        assert!(verify(&program, &database).status.success());
        Some(came)
    }
}

impl Came {
    /// Makes a write until it is acknowledged, as somebody would who is told that nobody knows.
    async fn until_acknowledged(&mut self, ledger: &Ledger, office: &Actor, attempt: Attempt, id: Uuid) {
        for _ in 0..10 {
            let answer = ledger.send(office, attempt.clone()).await.expect("an answer");
            if answer.status == 200 {
                return;
            }
            // Nobody else is kept from reading.
            assert_eq!(office.get(&format!("/api/v1/dossiers/{id}")).await.status, 200);
        }
        panic!("it was never acknowledged: {attempt:?}");
    }

    fn failed(&self) -> Vec<&Call> {
        self.calls.iter().filter(|call| call.was_made_to_fail()).collect()
    }

    /// After a failed sync of the log the next sync is of a handle that was opened after it.
    fn no_sync_was_tried_again(&self) {
        for failed in self.failed() {
            let later = |call: &&Call| call.begin > failed.begin && call.end.is_some();
            let next = self.calls.iter().filter(later).find(|call| call.is(&["fdatasync", "fsync"]));
            let Some(next) = next else { continue };
            let opened = self.calls.iter().filter(later).any(|call| {
                let handle = call.result.split('<').next().unwrap_or_default();
                call.is(&["openat"]) && call.begin < next.begin && handle == next.number()
            });
            assert!(opened, "{failed:?} and then {next:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sync_of_the_log_that_fails_is_told_and_not_tried_again() {
    let fault = Failing { file: "anju.sqlite-wal", fault: "fsync,fdatasync:error=EIO:when=6", saves: 30, files: 0 };
    let Some(came) = fault.run().await else { return };
    assert!(came.failed().len() >= 2, "{:?}", came.failed());
    assert_eq!(came.refusals.len(), came.failed().len(), "each is told");
    assert!(came.refusals.iter().all(|code| code == "outcome_unknown"), "{:?}", came.refusals);
    came.no_sync_was_tried_again();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_told_and_writing_goes_on_when_there_is_room() {
    let fault = Failing { file: "anju.sqlite-wal", fault: "pwrite64:error=ENOSPC:when=40", saves: 20, files: 0 };
    let Some(came) = fault.run().await else { return };
    assert!(!came.failed().is_empty());
    assert_eq!(came.refusals.len(), came.failed().len(), "each is told");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_file_that_cannot_be_synced_loses_nothing_of_the_log() {
    let fault = Failing { file: "anju.sqlite", fault: "fsync,fdatasync:error=EIO:when=1+", saves: 150, files: 0 };
    let Some(came) = fault.run().await else { return };
    assert!(!came.failed().is_empty(), "the log was long enough to be taken into the database file");
    assert!(came.refusals.is_empty(), "{:?}", came.refusals);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_whose_name_cannot_be_synced_is_not_taken() {
    let fault = Failing { file: "evidence/content", fault: "fsync,fdatasync:error=EIO:when=1", saves: 1, files: 12 };
    let Some(came) = fault.run().await else { return };
    assert!(!came.failed().is_empty());
    assert_eq!(came.refusals.len(), came.failed().len(), "each is told");
}
