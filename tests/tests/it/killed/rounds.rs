//! The loop: clients write, the server is killed by SIGKILL at a moment that the seed says, it starts again on the same
//! data, and what is there is compared with what was attempted and what was answered.
//!
//! `ANJU_KILL_ROUNDS` and `ANJU_KILL_SEED` choose how many rounds and which; what is printed when a round fails runs the
//! same round again, though the threads of a server are never twice in the same place.

use super::{
    clients::Client,
    comparison::Book,
    filled,
    ledger::{Attempt, Ledger},
    number,
    places::Places,
    sum::Sum,
};
use anju_domain::model::Role;
use anju_storage::Storage;
use anju_tests::{
    actor::Actor,
    database::{Database, Kind, kinds},
    dice::Dice,
    process::{Process, command, program, verify},
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Rounds on SQLite when nothing else is said; on PostgreSQL, where the server's end is the smaller risk, a third.
const ROUNDS: u64 = 10;
const SEED: u64 = 20_221_008;
/// After so many rounds the data is new, so that a long run compares as fast as a short one.
const ROUNDS_ON_ONE_DATABASE: u64 = 25;
/// The clients write no longer than this, however slow the machine is.
const LONGEST_WRITING: Duration = Duration::from_secs(3);
/// How many answers of a round are asked for again.
const REPEATED: usize = 25;

#[test]
fn what_was_acknowledged_is_there_after_any_kill() {
    let Some(program) = program() else { return };
    let (rounds, seed) = (number("ANJU_KILL_ROUNDS", ROUNDS), number("ANJU_KILL_SEED", SEED));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for kind in kinds() {
        let rounds = if kind == Kind::Postgres { rounds.div_ceil(3) } else { rounds };
        let mut sum = Sum::default();
        let mut first = 0;
        while first < rounds {
            let last = rounds.min(first + ROUNDS_ON_ONE_DATABASE);
            runtime.block_on(on_one_database(&program, kind, seed, first..last, &mut sum));
            first = last;
        }
        // On a line of its own: the runner may have begun one.
        println!("\n{}", sum.line(kind));
        assert!(sum.acknowledged > 0 && sum.unknown > 0, "the clients were writing when the server was killed");
    }
}

async fn on_one_database(program: &Path, kind: Kind, seed: u64, rounds: std::ops::Range<u64>, sum: &mut Sum) {
    let database = Database::new(kind);
    let programme = filled(&database).await;
    let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
    let mut book = Book::open(&storage, programme).await;
    storage.close().await.unwrap();
    let server = Process::start(program, &database);
    let (office, unit) = (server.actor(Role::Office).await, server.actor(Role::Unit).await);
    let cookies = [office.cookie.clone().unwrap(), unit.cookie.clone().unwrap()];
    let places = Places::of(&office, &database, programme).await;
    let mut running =
        Running { program: program.to_owned(), database, programme, cookies, places, server: Some(server) };
    for round in rounds {
        println!("ANJU_KILL_SEED={seed}: round {round} on {kind:?}");
        running.round(Dice::of(seed, round), round, &mut book, sum).await;
    }
}

struct Running {
    program: PathBuf,
    database: Database,
    programme: Uuid,
    cookies: [String; 2],
    places: Places,
    server: Option<Process>,
}

impl Running {
    async fn round(&mut self, mut dice: Dice, round: u64, book: &mut Book, sum: &mut Sum) {
        let ledger = Ledger::default();
        let clients = self.clients(&ledger, &mut dice, round);
        // Counted in answers, so that a slow machine is killed as deep in its work as a fast one.
        let (enough, begun) = (usize::try_from(dice.below(60)).unwrap(), Instant::now());
        while ledger.acknowledged() < enough && begun.elapsed() < LONGEST_WRITING {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_micros(dice.below(20_000))).await;
        self.server.take().expect("it runs").kill(&self.database);
        for client in clients {
            client.await.unwrap();
        }
        // The start after a kill may be killed too, and the next one then finds what both have left.
        if dice.once_in(3) {
            let serve = command(&self.program, "serve", &self.database);
            Process::start_and_kill(serve, &self.database, Duration::from_millis(dice.below(150)));
        }
        let mut attempts = ledger.into_attempts();
        self.verified();
        self.server = Some(Process::start(&self.program, &self.database));
        let storage = Storage::open_read_only(self.database.location.clone()).await.unwrap();
        book.compare(&storage, &attempts).await;
        book.compare_files(&self.database, matches!(self.database.location, anju_storage::Location::Folder(_)));

        sum.rounds += 1;
        sum.attempted += attempts.len();
        sum.acknowledged += attempts.iter().filter(|attempt| attempt.is_acknowledged()).count();
        for attempt in attempts.iter_mut().filter(|attempt| attempt.answer.is_none()) {
            sum.unknown += 1;
            sum.found += usize::from(self.learn(attempt, book).await);
        }
        self.ask_again(&storage, &attempts, &mut dice).await;
        book.compare(&storage, &attempts).await;
        storage.close().await.unwrap();
        self.verified();
    }

    fn actor(&self, role: Role) -> Actor {
        let cookie = if role == Role::Unit { &self.cookies[1] } else { &self.cookies[0] };
        self.server.as_ref().expect("it runs").actor_with(cookie)
    }

    fn clients(&self, ledger: &Ledger, dice: &mut Dice, round: u64) -> Vec<tokio::task::JoinHandle<()>> {
        let client = |at: u64| Client {
            ledger: ledger.clone(),
            office: self.actor(Role::Office),
            unit: self.actor(Role::Unit),
            dice: Dice::new(dice.any()),
            name: format!("r{round}-{at}"),
            count: 0,
            is_patient: false,
        };
        let mut numbered = (0..).map(client);
        let mut next = || numbered.next().expect("there are enough numbers");
        let mut running = Vec::new();
        // The first project community has two who save it: they are told of each other's versions.
        for dossier in self.places.dossiers.iter().chain(self.places.dossiers.first()) {
            running.push(tokio::spawn(next().saves_funding(*dossier)));
        }
        for task in &self.places.tasks {
            running.push(tokio::spawn(next().works_on(*task)));
        }
        running.push(tokio::spawn(next().brings_files()));
        running.push(tokio::spawn(next().raises_duties()));
        running
    }

    /// `anju verify` finds nothing.
    fn verified(&self) {
        let said = verify(&self.program, &self.database);
        assert!(
            said.status.success(),
            "{}{}",
            String::from_utf8_lossy(&said.stdout),
            String::from_utf8_lossy(&said.stderr)
        );
    }

    /// Sends what nobody saw answered again, twice: it is done once, and answered alike. Gives whether it had been done
    /// before the server was killed.
    async fn learn(&self, attempt: &mut Attempt, book: &Book) -> bool {
        let actor = self.actor(attempt.role);
        let persisted = book.entries.get(&attempt.mark);
        let one = attempt.call(&actor).send().await;
        let other = attempt.call(&actor).send().await;
        assert_eq!((one.status, &one.body), (other.status, &other.body), "answered alike: {attempt:?}");
        attempt.answer = Some(one);
        if let Some(entry) = persisted {
            assert!(attempt.is_acknowledged(), "what is persisted is answered: {attempt:?}");
            assert_eq!(attempt.acknowledged_version().unwrap_or(entry.version), entry.version);
        }
        persisted.is_some()
    }

    /// Sends some of what was acknowledged again: the answers are those of then, and nothing is done.
    async fn ask_again(&self, storage: &Storage, attempts: &[Attempt], dice: &mut Dice) {
        let revision = storage.revision(self.programme).await.unwrap();
        let mut acknowledged: Vec<&Attempt> = attempts.iter().filter(|attempt| attempt.is_acknowledged()).collect();
        while acknowledged.len() > REPEATED {
            acknowledged.swap_remove(usize::try_from(dice.below(acknowledged.len() as u64)).unwrap());
        }
        for attempt in acknowledged {
            let again = attempt.call(&self.actor(attempt.role)).send().await;
            let answer = attempt.answer.as_ref().expect("it is acknowledged");
            // The head of an answer may have come without its body.
            let body = if answer.body.is_empty() { &again.body } else { &answer.body };
            assert_eq!((again.status, &again.body), (200, body), "answered alike: {attempt:?}");
        }
        assert_eq!(storage.revision(self.programme).await.unwrap(), revision, "a repetition does nothing");
    }
}
