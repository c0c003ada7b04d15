//! The program itself as a process of its own, which can be killed: what a test of durability needs.

use crate::{
    actor::Actor,
    database::Database,
    server::{PASSWORD, user},
};
use anju_domain::model::Role;
use anju_storage::Location;
use std::{
    env,
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::Duration,
};

/// `anju serve` as a process of its own. It is killed with this value.
#[derive(Debug)]
pub struct Process {
    child: Child,
    /// The number of the server itself: the child, or the child's child when something traces it.
    server: u32,
    /// Where it listens.
    pub address: SocketAddr,
    log: PathBuf,
}

/// The program, when the run has one (`ANJU_BIN`).
pub fn program() -> Option<PathBuf> {
    let found = env::var_os("ANJU_BIN").map(PathBuf::from).filter(|file| file.is_file());
    if found.is_none() {
        println!("SKIPPED: ANJU_BIN names no program; `cargo xtask test` sets it");
    }
    found
}

/// A command of the program on a database: `anju COMMAND --data …`, such as `serve` or `user list`.
pub fn command(program: &Path, name: &str, database: &Database) -> Command {
    let mut command = Command::new(program);
    command.args(arguments(name, database));
    command
}

/// The words after the program's name.
pub fn arguments(name: &str, database: &Database) -> Vec<String> {
    let folder = |path: &Path| path.to_string_lossy().into_owned();
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    words.extend(["--data".to_owned(), folder(database.folder())]);
    if let Location::Url(url) = &database.location {
        words.extend(["--database-url".to_owned(), url.clone()]);
    }
    if name == "serve" {
        words.extend(["--evidence".to_owned(), folder(&database.evidence)]);
        words.extend(["--listen".to_owned(), "127.0.0.1:0".to_owned()]);
    }
    words
}

/// Runs `anju verify` and gives what it said.
pub fn verify(program: &Path, database: &Database) -> Output {
    command(program, "verify", database).args(["--format", "json"]).output().expect("the program starts")
}

impl Process {
    /// Starts the program on a database and waits until it listens.
    pub fn start(program: &Path, database: &Database) -> Self {
        Self::start_by(command(program, "serve", database), database)
    }

    /// The same by a command that ends in becoming `anju serve`.
    pub fn start_by(command: Command, database: &Database) -> Self {
        let (mut child, log) = begin(command, database);
        let stdout = child.stdout.take().expect("its output was asked for");
        let mut lines = BufReader::new(stdout);
        let address = loop {
            let mut line = String::new();
            if lines.read_line(&mut line).unwrap_or_default() == 0 {
                let _ = child.kill();
                let _ = child.wait();
                panic!("the server ended at once: {}", fs::read_to_string(&log).unwrap_or_default());
            }
            if let Some(address) = line.trim_end().strip_prefix("listening on http://") {
                break address.parse().expect("an address");
            }
        };
        // Whatever else it prints must not fill the pipe.
        thread::spawn(move || lines.read_to_end(&mut Vec::new()));
        let server = child_of(child.id()).unwrap_or(child.id());
        Self { child, server, address, log }
    }

    /// Starts the program and kills it by SIGKILL after a while, wherever it is by then.
    pub fn start_and_kill(command: Command, database: &Database, after: Duration) {
        let (mut child, _) = begin(command, database);
        thread::sleep(after);
        let _ = child.kill();
        let _ = child.wait();
        database.until_nobody_is_connected();
    }

    /// SIGKILL, and the end of it.
    pub fn kill(mut self, database: &Database) {
        self.signal("-KILL");
        let _ = self.child.wait();
        database.until_nobody_is_connected();
    }

    /// SIGTERM, and the end of it in order.
    pub fn stop(mut self) {
        self.signal("-TERM");
        let status = self.child.wait().expect("it can be waited for");
        assert!(status.success(), "{status}: {}", self.log());
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.server.to_string()]).output().expect("kill is there");
        assert!(sent.status.success(), "{}", String::from_utf8_lossy(&sent.stderr));
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Somebody of a role, signed in.
    pub async fn actor(&self, role: Role) -> Actor {
        let mut actor = Actor::new(self.address);
        let answer = actor.sign_in(user(role), PASSWORD).await;
        assert_eq!(answer.status, 200, "{role}: {}", answer.text());
        actor
    }

    /// Somebody who was signed in before this process began.
    pub fn actor_with(&self, cookie: &str) -> Actor {
        let mut actor = Actor::new(self.address);
        actor.cookie = Some(cookie.to_owned());
        actor
    }
}

fn begin(mut command: Command, database: &Database) -> (Child, PathBuf) {
    let log = database.folder().join("server.log");
    let file = File::create(&log).expect("the folder can be written");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(file);
    (command.spawn().expect("the program starts"), log)
}

/// The first child of a process, where there is `/proc`.
fn child_of(process: u32) -> Option<u32> {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).ok()?;
    children.split_whitespace().next()?.parse().ok()
}

impl Drop for Process {
    fn drop(&mut self) {
        // After a failure only; one that was stopped is gone already. What traced it must not leave it behind.
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            let _ = Command::new("kill").args(["-KILL", &self.server.to_string()]).output();
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
