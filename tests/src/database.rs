//! The databases on which the tests run: SQLite in a folder of its own, and PostgreSQL when `ANJU_POSTGRES` names a
//! server whose user may create databases.

use anju_storage::Location;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

/// A kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Embedded.
    Sqlite,
    /// A server's.
    Postgres,
}

/// Every kind that this run has.
pub fn kinds() -> Vec<Kind> {
    if env::var_os("ANJU_POSTGRES").is_some() { vec![Kind::Sqlite, Kind::Postgres] } else { vec![Kind::Sqlite] }
}

/// A database of its own, removed with this value.
#[derive(Debug)]
pub struct Database {
    /// Where it is.
    pub location: Location,
    /// A folder for the evidence.
    pub evidence: PathBuf,
    /// A folder for the backups.
    pub backups: PathBuf,
    folder: PathBuf,
    name: Option<String>,
}

impl Database {
    /// A new, empty one.
    pub fn new(kind: Kind) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("anju_http_{}_{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(&name);
        // Left over from a process of the same number that was killed.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
        let (evidence, backups) = (folder.join("evidence"), folder.join("backups"));
        match kind {
            Kind::Sqlite => Self { location: Location::Folder(folder.clone()), evidence, backups, folder, name: None },
            Kind::Postgres => {
                psql(&format!("drop database if exists {name} with (force)"));
                psql(&format!("create database {name}"));
                let url = admin_url();
                let server = url.rsplit_once('/').map_or(url.as_str(), |(server, _)| server);
                Self {
                    location: Location::Url(format!("{server}/{name}")),
                    evidence,
                    backups,
                    folder,
                    name: Some(name),
                }
            }
        }
    }
}

impl Database {
    /// The folder of its own, in which anything may be put.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits until the database has ended what a program that is gone had sent: on PostgreSQL its connections may
    /// outlive it for a moment.
    pub fn until_nobody_is_connected(&self) {
        let Some(name) = &self.name else { return };
        // `psql` fails as long as the condition does not hold.
        // The database's own housekeeping is nobody.
        let question = format!(
            "select 1 / (count(*) = 0)::int from pg_stat_activity \
             where datname = '{name}' and backend_type = 'client backend'"
        );
        for _ in 0..600 {
            if run_psql(&question).status.success() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("somebody is still connected to {name}");
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
        if let Some(name) = &self.name {
            psql(&format!("drop database if exists {name} with (force)"));
        }
    }
}

fn admin_url() -> String {
    env::var("ANJU_POSTGRES").expect("asked only when it is set")
}

fn run_psql(command: &str) -> Output {
    Command::new("psql")
        .args(["--no-psqlrc", "--quiet", "--set=client_min_messages=warning", "--command", command, &admin_url()])
        .output()
        .expect("psql belongs to PostgreSQL")
}

fn psql(command: &str) {
    let output = run_psql(command);
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}
