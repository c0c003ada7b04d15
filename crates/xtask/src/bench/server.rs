//! The release server as the bench runs it: on a data folder of its own, timed from its start to its first answer, asked
//! for its memory, stopped by SIGTERM as an operator would.

use crate::bench::connection::{self, Answer, Connection};
use crate::failure::{Explain, Failure, Outcome, fail};
use crate::folders;
use crate::programs::{execute, postgres};
use serde_json::json;
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From the start of the process to its first answer on /health.
    pub(crate) first_answer: Duration,
    said: PathBuf,
}

impl Server {
    pub(crate) fn start(program: &Path, data: &Path) -> Outcome<Self> {
        Self::start_on(program, data, None)
    }

    /// Starts it on a day that a sample programme takes for today.
    pub(crate) fn start_on(program: &Path, data: &Path, today: Option<&str>) -> Outcome<Self> {
        let port = postgres::free_port()?;
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let said = folders::target("bench/server.log");
        folders::make(&folders::target("bench"))?;
        let log = File::create(&said).explain(|| format!("{} cannot be written", said.display()))?;
        let errors = log.try_clone().explain(|| format!("{} cannot be written", said.display()))?;
        let mut command = Command::new(program);
        command.arg("serve").arg("--data").arg(data);
        command.args(["--listen", &address.to_string(), "--sample-if-new"]);
        command.args(today.into_iter().flat_map(|today| ["--today", today]));
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
        let begun = Instant::now();
        let child = execute::start(&mut command)?;
        let mut server = Self { child, address, first_answer: Duration::ZERO, said };
        let health = connection::request("GET", "/health", address, &[], b"");
        while begun.elapsed() < Duration::from_secs(60) {
            if Connection::open(address).and_then(|mut connection| connection.ask(&health)).is_ok() {
                server.first_answer = begun.elapsed();
                return Ok(server);
            }
            if server.child.try_wait().explain(|| "the server cannot be waited for".to_owned())?.is_some() {
                return fail(format!("the server ended at once: {}", server.words()));
            }
            thread::sleep(Duration::from_micros(500));
        }
        fail(format!("the server gave no answer within a minute: {}", server.words()))
    }

    /// What it has printed so far.
    pub(crate) fn words(&self) -> String {
        std::fs::read_to_string(&self.said).unwrap_or_default()
    }

    /// Memory in MiB that it would give back if it ended: its own, and its part of what it shares.
    #[expect(clippy::cast_precision_loss, reason = "memory stays far below 2^52 KiB")]
    pub(crate) fn pss_mib(&self) -> Outcome<f64> {
        let path = format!("/proc/{}/smaps_rollup", self.child.id());
        let text = std::fs::read_to_string(&path).explain(|| format!("{path} cannot be read (Linux only)"))?;
        let kib = pss_of(&text).ok_or_else(|| Failure(format!("{path} has no line Pss")))?;
        Ok(kib as f64 / 1024.0)
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Outcome<Answer> {
        let mut connection = Connection::open(self.address)?;
        let answer = connection.ask(&connection::request(method, path, self.address, headers, body))?;
        if answer.is_success() {
            return Ok(answer);
        }
        fail(format!("{method} {path} answered {}: {}", answer.status, String::from_utf8_lossy(&answer.body)))
    }

    /// Signs in; answers the value of the header `cookie`.
    pub(crate) fn sign_in(&self, user: &str, password: &str) -> Outcome<String> {
        let body = json!({ "user": user, "password": password }).to_string();
        let origin = format!("http://{}", self.address);
        let answer = self.ask("POST", "/api/v1/session", &[("origin", &origin)], body.as_bytes())?;
        let cookie = answer.header("set-cookie").and_then(|value| value.split(';').next());
        cookie.map(str::to_owned).ok_or_else(|| Failure("signing in set no cookie".to_owned()))
    }

    /// SIGTERM, then the end, which must come within 10 s.
    pub(crate) fn stop(mut self) -> Outcome<()> {
        execute::run(Command::new("kill").args(["-TERM", &self.child.id().to_string()]))?;
        match execute::wait_at_most(&mut self.child, Duration::from_secs(12))? {
            Some(status) if status.success() => Ok(()),
            Some(status) => fail(format!("the server ended with {status}: {}", self.words())),
            None => fail("the server did not end within 10 s of SIGTERM"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // After a failure only; a server that was stopped is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pss_of(rollup: &str) -> Option<u64> {
    rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok())
}

/// The password in the line of `user` among the first sign-ins that a new data folder prints.
pub(crate) fn first_password(words: &str, user: &str) -> Option<String> {
    let line = words.lines().find(|line| line.split_whitespace().any(|word| word == user))?;
    line.split_whitespace().next_back().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_and_passwords_are_read() {
        assert_eq!(pss_of("Rss:  900 kB\nPss:               512 kB\nPss_Dirty: 1 kB\n"), Some(512));
        assert_eq!(pss_of("Rss: 900 kB"), None);
        let words = "listening on http://127.0.0.1:1\n  领导小组办公室  office  k3v-9xq\n  auditor  zzz\n";
        assert_eq!(first_password(words, "office").as_deref(), Some("k3v-9xq"));
        assert_eq!(first_password(words, "leader"), None);
    }
}
