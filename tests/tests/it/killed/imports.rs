//! The program is killed in the middle of an import, on the command line and as a server: all of it is there afterwards or
//! nothing, the chain is proved, and the same file is imported by the next try.

use super::filled;
use anju_domain::{api::ImportView, model::Role};
use anju_server::first_accounts::new_id;
use anju_storage::Storage;
use anju_tests::{
    database::{Database, Kind, kinds},
    dice::Dice,
    process::{Process, command, program, verify},
};
use std::{fmt::Write, fs, path::Path, time::Duration};
use uuid::Uuid;

/// Communities of the file, with so many buildings each.
const COMMUNITIES: usize = 150;
const BUILDINGS: usize = 20;
/// How often it is killed.
const ROUNDS: u64 = 6;

/// The communities as a table.
fn communities() -> String {
    let mut text = "小区编码,小区名称,计划年度,乡镇\n".to_owned();
    for number in 0..COMMUNITIES {
        let _ = writeln!(text, "GT-{:04},样例{number}小区,{},城关镇", 1000 + number, 2021 + number % 5);
    }
    text
}

/// The buildings of the communities, so that most rows are written by the second file.
fn buildings() -> String {
    let mut text = "小区编码,楼栋号,层数,户数,建筑面积,建成年份\n".to_owned();
    for number in 0..COMMUNITIES {
        for building in 1..=BUILDINGS {
            let _ = writeln!(text, "GT-{:04},{building}#,6,{},3300,1998", 1000 + number, 20 + building);
        }
    }
    text
}

/// How many of the file's buildings are stored, and how many entries tell of an import.
async fn stored(database: &Database, programme: Uuid) -> usize {
    let storage = Storage::open(database.location.clone()).await.expect("what was killed opens again");
    let standing = storage.standing(programme).await.expect("the programme is there");
    storage.close().await.expect("it closes");
    let of_file = standing.dossiers.iter().filter(|one| one.community.code.starts_with("GT-1"));
    of_file.map(|one| one.community.buildings.len()).sum()
}

fn proved(program: &Path, database: &Database) {
    let said = verify(program, database);
    assert!(
        said.status.success(),
        "{}{}",
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr)
    );
}

/// Imports a file to its end.
fn imported(program: &Path, database: &Database, file: &Path) {
    let done = command(program, "import", database).arg(file).output().expect("the program starts");
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

// Whoever listens to a store that was closed lets go of its connection beside the waiting for that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_that_is_killed_stores_all_or_nothing() {
    let Some(program) = program() else { return };
    for kind in kinds() {
        let mut dice = Dice::new(20_221_008);
        let (mut before, mut after) = (0, 0);
        for _ in 0..ROUNDS {
            let database = Database::new(kind);
            let programme = filled(&database).await;
            let (first, second) = (database.folder().join("小区.csv"), database.folder().join("楼栋.csv"));
            fs::write(&first, communities()).expect("the folder can be written");
            fs::write(&second, buildings()).expect("the folder can be written");
            imported(&program, &database, &first);
            let mut import = command(&program, "import", &database);
            import.arg(&second);
            Process::start_and_kill(import, &database, Duration::from_millis(dice.below(1_500)));
            proved(&program, &database);
            match stored(&database, programme).await {
                0 => before += 1,
                all => {
                    assert_eq!(all, COMMUNITIES * BUILDINGS, "half of it is stored");
                    after += 1;
                }
            }
            imported(&program, &database, &second);
            assert_eq!(stored(&database, programme).await, COMMUNITIES * BUILDINGS);
            proved(&program, &database);
        }
        println!("{kind:?}: killed before the commit {before} times, after it {after} times");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_stores_all_or_nothing() {
    let Some(program) = program() else { return };
    let mut dice = Dice::new(8);
    for _ in 0..ROUNDS {
        let database = Database::new(Kind::Sqlite);
        let programme = filled(&database).await;
        let first = database.folder().join("小区.csv");
        fs::write(&first, communities()).expect("the folder can be written");
        imported(&program, &database, &first);
        let content = buildings();
        let server = Process::start(&program, &database);
        let office = server.actor(Role::Office).await;
        let view = bring(&office, &content).await;
        assert_eq!(
            (view.fault_count, view.change_count),
            (0, u64::try_from(COMMUNITIES * BUILDINGS).unwrap_or_default())
        );
        let path = format!("/api/v1/imports/{}/commit", view.id);
        let body = serde_json::json!({ "good_rows_only": false });
        let call = office.call("POST", &path).write(view.revision, "killed").json(&body);
        let asked = tokio::spawn(async move { call.try_send().await.map(|answer| answer.status) });
        tokio::time::sleep(Duration::from_millis(dice.below(1_500))).await;
        server.kill(&database);
        let answer = asked.await.expect("the asking ends");
        proved(&program, &database);
        let there = stored(&database, programme).await;
        assert!(there == 0 || there == COMMUNITIES * BUILDINGS, "{there} of it are stored");
        if let Ok(status) = answer {
            assert_eq!((status, there), (200, COMMUNITIES * BUILDINGS), "what was answered is stored");
        }
        // What was checked is gone with the process; the file is checked again, and imported when it isn't there yet.
        let server = Process::start(&program, &database);
        let office = server.actor(Role::Office).await;
        let view = bring(&office, &content).await;
        assert_eq!(view.changes_nothing, there != 0);
        let path = format!("/api/v1/imports/{}/commit", view.id);
        let done = office.call("POST", &path).write(view.revision, "again").json(&body).send().await;
        assert_eq!(done.status, 200, "{}", done.text());
        server.stop();
        assert_eq!(stored(&database, programme).await, COMMUNITIES * BUILDINGS);
        proved(&program, &database);
    }
}

async fn bring(office: &anju_tests::actor::Actor, content: &str) -> ImportView {
    let path = format!("/api/v1/imports/{}?name=%E6%A5%BC%E6%A0%8B.csv", new_id(1_665_187_200_000));
    let call = office.call("PUT", &path).header("content-type", "application/octet-stream");
    call.bytes(content.as_bytes()).send().await.json()
}
