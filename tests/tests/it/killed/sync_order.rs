//! SIGKILL proves nothing about the disk: the system still has what was written. Here `strace` shows that every answer
//! that says "done" follows a sync of the log that began after what it is about was written, and that a file lies safely
//! before its row does.

use super::{clients::Client, filled, ledger::Ledger};
use anju_domain::{api::DutyPage, model::Role};
use anju_storage::Storage;
use anju_tests::{
    database::{Database, Kind},
    dice::Dice,
    process::{Process, command, program},
    tasks::LIST,
    trace::{self, Call, strace, traced},
};
use std::path::Path;

const WRITES: [&str; 4] = ["pwrite64", "write", "pwritev", "writev"];
const SYNCS: [&str; 2] = ["fdatasync", "fsync"];
const TRACED: &str = "trace=openat,close,pwrite64,pwritev,write,writev,sendto,sendmsg,fdatasync,fsync,recvfrom,read,\
     rename,renameat,renameat2";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_follows_a_sync_that_began_after_its_write() {
    let (Some(program), Some(strace)) = (program(), strace()) else { return };
    let database = Database::new(Kind::Sqlite);
    let programme = filled(&database).await;
    let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
    let dossiers: Vec<_> = storage.dossiers(programme).await.unwrap();
    storage.close().await.unwrap();
    let with_funding = dossiers.iter().filter(|dossier| !dossier.project_community.commitments.is_empty());
    let ids: Vec<_> = with_funding.map(|dossier| dossier.project_community.id).collect();

    let seen = database.folder().join("strace.txt");
    let serve = command(&program, "serve", &database);
    let server = Process::start_by(traced(&strace, &["-e", TRACED], &seen, &serve), &database);
    let (office, unit) = (server.actor(Role::Office).await, server.actor(Role::Unit).await);
    let page: DutyPage = office.get(&format!("{LIST}?unit=11&show=open")).await.json();
    let ledger = Ledger::default();
    let client = |name: usize| Client {
        ledger: ledger.clone(),
        office: office.clone(),
        unit: unit.clone(),
        dice: Dice::new(name as u64),
        name: format!("c{name}"),
        count: 0,
        is_patient: true,
    };
    // One after the other: what was last written to the log is what the next answer is about.
    let mut alone = client(0);
    for _ in 0..5 {
        alone.saves_some(ids[0]).await.unwrap();
        alone.works_once(page.rows[0].id).await.unwrap();
    }
    // A mark in the trace between the two parts.
    office.get("/api/v1/communities?search=now-at-once").await;
    // At once: answers come while the next group is being written.
    let savers = (1..9).map(|name| {
        let (mut client, id) = (client(name), ids[name % ids.len()]);
        tokio::spawn(async move {
            for _ in 0..5 {
                client.saves_some(id).await.unwrap();
            }
        })
    });
    for saver in savers.collect::<Vec<_>>() {
        saver.await.unwrap();
    }
    server.stop();

    let calls = trace::read(&seen);
    let acknowledged = ledger.into_attempts().iter().filter(|attempt| attempt.is_acknowledged()).count();
    let answers = answers_to_writes(&calls);
    assert!(answers.len() >= acknowledged && acknowledged > 40, "{} of {acknowledged}", answers.len());
    for (request, answer) in &answers {
        assert!(is_synced(&calls, request.begin, answer.begin), "{answer:?}");
    }
    let mark = calls.iter().find(|call| call.arguments.contains("GET /api/v1/communities?search=now-at-")).unwrap();
    let one_by_one: Vec<_> = answers.iter().filter(|(_, answer)| answer.begin < mark.begin).collect();
    assert!(one_by_one.len() > 10);
    for (_, answer) in one_by_one {
        let last_write = log_calls(&calls, &WRITES).filter(|write| write.begin < answer.begin).last().unwrap();
        assert!(is_synced(&calls, last_write.begin - 1, answer.begin), "{last_write:?} {answer:?}");
    }
    let end = mark.begin;
    let alone: Vec<Call> = calls.into_iter().filter(|call| call.begin < end).collect();
    files_are_synced_before_their_rows(&alone);
}

/// The calls of these names on the database's log.
fn log_calls<'a>(calls: &'a [Call], names: &'a [&str]) -> impl Iterator<Item = &'a Call> {
    calls.iter().filter(|call| call.is(names) && call.is_on("anju.sqlite-wal") && call.succeeded())
}

/// Each answer that says "done" to a write, with the arrival of its request on the same connection.
fn answers_to_writes(calls: &[Call]) -> Vec<(&Call, &Call)> {
    let is_request = |call: &Call| {
        call.is(&["recvfrom", "read"]) && [", \"PUT ", ", \"POST "].iter().any(|start| call.arguments.contains(start))
    };
    let answers = calls.iter().filter(|call| call.arguments.contains("\"HTTP/1.1 200"));
    answers
        .filter_map(|answer| {
            let mut before = calls.iter().filter(|call| call.begin < answer.begin && call.file() == answer.file());
            // The last thing that was read on this connection; a reading is not followed by a sync.
            let last = before.rfind(|call| {
                call.is(&["recvfrom", "read"]) && call.arguments.contains(" HTTP/") || is_request(call)
            })?;
            is_request(last).then_some((last, answer))
        })
        .collect()
}

/// Whether between two moments something was written to the log, and a sync that began after it has ended.
fn is_synced(calls: &[Call], after: usize, before: usize) -> bool {
    let Some(written) = log_calls(calls, &WRITES).filter(|write| write.begin > after).find_map(|write| write.end)
    else {
        return false;
    };
    log_calls(calls, &SYNCS).any(|sync| sync.begin > written && sync.end.is_some_and(|end| end < before))
}

/// A file that gets its name was synced before, and its folder after, both before the log is written again.
fn files_are_synced_before_their_rows(calls: &[Call]) {
    let names = |call: &Call| {
        let quoted: Vec<String> = call.arguments.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        (quoted[0].clone(), quoted[1].clone())
    };
    let renames = calls.iter().filter(|call| call.name.starts_with("rename") && call.succeeded());
    let renames: Vec<_> =
        renames.map(|call| (call, names(call))).filter(|(_, (_, to))| to.contains("/evidence/")).collect();
    assert!(renames.iter().filter(|(_, (_, to))| to.contains("/content/")).count() > 2, "{renames:?}");
    for (rename, (from, to)) in renames {
        let syncs_of =
            |name: String| calls.iter().filter(move |call| call.is(&SYNCS) && call.succeeded() && call.file() == name);
        let last_write = calls.iter().rfind(|call| call.is(&WRITES) && call.file() == from);
        if let Some(write) = last_write {
            let mut syncs = syncs_of(from.clone());
            assert!(syncs.any(|sync| Some(sync.begin) > write.end && sync.end < Some(rename.begin)), "{from}");
        }
        let next_row = log_calls(calls, &WRITES).find(|write| write.begin > rename.begin).expect("its row is written");
        let folder = Path::new(&to).parent().unwrap().to_string_lossy().into_owned();
        let mut syncs = syncs_of(folder);
        assert!(syncs.any(|sync| Some(sync.begin) > rename.end && sync.end < Some(next_row.begin)), "{to}");
    }
}
