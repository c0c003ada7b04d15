//! In a real browser: the walk of the thread, a duty, its evidence, a monthly report, journeys without a mouse, every page, a page that can't
//! be fetched, and the domain's bytes. The scripts stand in `tests/browser`; here they get a server and what the native
//! crate says.
//!
//! Without a browser, Node or the built bundle (`ANJU_CHROME`, `ANJU_NODE`, `ANJU_NODE_MODULES`, `ANJU_WASM_PACKAGE`) these tests
//! say so and pass; `cargo xtask test` counts them as skipped then.

mod approvals;
mod begin;
mod duties;
mod evidence;
mod import;
mod keyboard;
mod later;
mod ledger;
mod lists;
mod money;
mod pages;
mod reports;
mod roles;
mod same_answers;
mod same_bytes;
mod statistics;
mod walk;

use anju_domain::model::Role;
use anju_tests::server::{PASSWORD, Server, on_each_database, user};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What a script needs, or nothing when something is missing on this machine.
fn tools() -> Option<PathBuf> {
    for name in ["ANJU_CHROME", "ANJU_NODE", "ANJU_NODE_MODULES", "ANJU_WASM_PACKAGE"] {
        if env::var_os(name).is_none() {
            println!("SKIPPED: {name} is not set; `cargo xtask test` sets it");
            return None;
        }
    }
    env::var_os("ANJU_NODE").map(PathBuf::from)
}

/// Runs a script of `tests/browser` and fails with what it said.
async fn run(node: PathBuf, script: &str, arguments: Vec<String>) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser").join(script);
    let output = tokio::task::spawn_blocking(move || Command::new(node).arg(script).args(arguments).output())
        .await
        .expect("the script is waited for")
        .expect("Node starts");
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let failures: Vec<&str> = said.lines().filter(|line| !line.starts_with("ok ")).collect();
    assert!(output.status.success(), "{}\n{complained}", failures.join("\n"));
}

/// A script on every kind of database, each with its own server and accounts of these units besides; afterwards the audit
/// chain is proved.
fn journey(name: &str, units: &[&str]) {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start(kind).await;
            for unit in units {
                server.add_unit(unit).await;
            }
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("{name}-{kind:?}")), passwords()];
            run(node, &format!("{name}.mjs"), arguments).await;
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}

/// Where the pictures of a run are kept: under the build folder, newest run only.
fn pictures(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the build folder can be written");
    folder.to_string_lossy().into_owned()
}

/// The passwords of the accounts that the scripts sign in with.
fn passwords() -> String {
    let accounts = [
        Role::Office,
        Role::Leader,
        Role::Auditor,
        Role::Unit,
        Role::Town,
        Role::ProjectOwner,
        Role::SystemAdministrator,
        Role::SecurityAdministrator,
    ];
    let pairs = accounts.map(|role| (user(role).to_owned(), serde_json::Value::from(PASSWORD)));
    serde_json::Value::Object(pairs.into_iter().collect()).to_string()
}
