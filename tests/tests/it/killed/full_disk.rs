//! No room for the database to grow, by a limit on the size of files: writing is refused and reading goes on, until there
//! is room again. It needs no privileges, so that it runs where nothing may be traced.

use super::{clients::Client, comparison::Book, filled, ledger::Ledger};
use anju_domain::model::Role;
use anju_storage::Storage;
use anju_tests::{
    database::{Database, Kind},
    dice::Dice,
    process::{Process, command, program, verify},
    tasks::pdf,
};
use std::{fs, process::Command};

/// What the log of the database may take before the disk is full, in bytes.
const ROOM: u64 = 300_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writing_is_refused_while_there_is_no_room_and_nothing_acknowledged_is_lost() {
    let Some(program) = program().filter(|_| cfg!(unix)) else { return };
    let database = Database::new(Kind::Sqlite);
    let programme = filled(&database).await;
    let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
    let mut book = Book::open(&storage, programme).await;
    let id = storage.dossiers(programme).await.unwrap()[1].project_community.id;
    storage.close().await.unwrap();

    // The shell counts in blocks of 512 or of 1,024 bytes. A signal that is ignored stays so: the write fails then.
    let size = fs::metadata(database.folder().join("anju.sqlite")).unwrap().len();
    let script = format!("trap '' XFSZ; ulimit -S -f {}; exec \"$@\"", (size + ROOM) / 512);
    let serve = command(&program, "serve", &database);
    let mut limited = Command::new("sh");
    limited.args(["-c", &script, "sh"]).arg(serve.get_program()).args(serve.get_args());
    let server = Process::start_by(limited, &database);
    let (office, unit) = (server.actor(Role::Office).await, server.actor(Role::Unit).await);
    let ledger = Ledger::default();
    let (dice, name) = (Dice::new(1), "d".to_owned());
    let mut client = Client { ledger: ledger.clone(), office, unit, dice, name, count: 0, is_patient: true };
    let mut refused = 0;
    for _ in 0..1_000 {
        let attempt = client.one_save(id).await.expect("reading goes on");
        let answer = ledger.send(&client.office, attempt).await.expect("an answer");
        if answer.status != 200 {
            answer.problem(503, "outcome_unknown");
            refused += 1;
        }
        if refused == 3 {
            break;
        }
    }
    assert_eq!(refused, 3, "the disk was full");
    let mut large = pdf("larger than there is room");
    large.resize(usize::try_from(4 * (size + ROOM)).unwrap(), b' ');
    let path = format!("/api/v1/evidence/{}?name=scan.pdf", uuid::Uuid::from_u128(1 << 100 | 7));
    client.unit.call("PUT", &path).bytes(&large).send().await.problem(503, "unavailable");

    server.kill(&database);
    let mut attempts = ledger.into_attempts();
    assert!(verify(&program, &database).status.success());
    let server = Process::start(&program, &database);
    let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
    book.compare(&storage, &attempts).await;
    book.compare_files(&database, true);
    // There is room again: what was refused is done when it is sent again.
    let office = server.actor(Role::Office).await;
    let last = attempts.last_mut().unwrap();
    let again = last.call(&office).send().await;
    assert_eq!(again.status, 200, "{}", again.text());
    last.answer = Some(again);
    book.compare(&storage, &attempts[attempts.len() - 1..]).await;
    storage.close().await.unwrap();
    server.stop();
}
