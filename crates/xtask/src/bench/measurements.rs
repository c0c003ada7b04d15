//! The table of measurements. A new one is a function and a line in `ALL`.

use crate::bench::connection;
use crate::bench::load::{self, Load};
use crate::bench::server::{self, Server};
use crate::failure::{Explain, Failure, Outcome, fail};
use crate::folders;
use std::path::PathBuf;
use std::time::Duration;

/// A measured number with what it is measured against.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    pub(crate) target: Option<Target>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Figure {
    fn new(name: impl Into<String>, value: f64, unit: &'static str, target: Option<Target>) -> Self {
        Self { name: name.into(), value, unit, target }
    }

    /// Whether the target is met, if there is one.
    pub(crate) fn met(&self) -> Option<bool> {
        self.target.map(|target| match target {
            Target::AtLeast(least) => self.value >= least,
            Target::AtMost(most) => self.value <= most,
        })
    }
}

/// What measurements share: the release binary and a folder on the disk.
pub(crate) struct Bench {
    pub(crate) program: PathBuf,
    pub(crate) folder: PathBuf,
}

impl Bench {
    /// An empty data folder of this name.
    fn new_data(&self, name: &str) -> Outcome<PathBuf> {
        let data = self.folder.join(name);
        if data.exists() {
            std::fs::remove_dir_all(&data).explain(|| format!("{} cannot be emptied", data.display()))?;
        }
        folders::make(&data)?;
        Ok(data)
    }
}

pub(crate) struct Measurement {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) run: fn(&Bench) -> Outcome<Vec<Figure>>,
}

pub(crate) const ALL: &[Measurement] = &[
    Measurement { name: "start", about: "start to first answer, and memory at rest", run: start_and_memory },
    Measurement { name: "overview", about: "GET /api/v1/overview at 16 connections", run: overview },
];

/// The median of nine starts on a folder that has its data, and the memory two seconds after the last.
fn start_and_memory(bench: &Bench) -> Outcome<Vec<Figure>> {
    let data = bench.new_data("start")?;
    Server::start(&bench.program, &data)?.stop()?;
    let mut starts = Vec::new();
    let mut pss = 0;
    for round in 0..9 {
        let server = Server::start(&bench.program, &data)?;
        starts.push(server.first_answer);
        if round == 8 {
            std::thread::sleep(Duration::from_secs(2));
            pss = server.pss_kib()?;
        }
        server.stop()?;
    }
    starts.sort_unstable();
    #[expect(clippy::cast_precision_loss, reason = "memory stays far below 2^52 KiB")]
    let mib = pss as f64 / 1024.0;
    Ok(vec![
        Figure::new("start to first answer", starts[4].as_secs_f64() * 1000.0, "ms", Some(Target::AtMost(100.0))),
        Figure::new("memory at rest (PSS)", mib, "MiB", Some(Target::AtMost(40.0))),
    ])
}

fn overview(bench: &Bench) -> Outcome<Vec<Figure>> {
    let server = Server::start(&bench.program, &bench.new_data("overview")?)?;
    let cookie = signed_in(&server, "leader")?;
    let load = read_load(&server, "/api/v1/overview", &cookie, 16)?;
    let figures = load_figures("overview, 16 connections", &load, Target::AtLeast(10_000.0), None)?;
    server.stop()?;
    Ok(figures)
}

fn signed_in(server: &Server, user: &str) -> Outcome<String> {
    let password = server::first_password(&server.words(), user)
        .ok_or_else(|| Failure(format!("the server printed no first sign-in of {user}")))?;
    server.sign_in(user, &password)
}

/// The same GET over and over.
fn read_load(server: &Server, path: &str, cookie: &str, connections: usize) -> Outcome<Load> {
    let request = connection::request("GET", path, server.address, &[("cookie", cookie)], b"");
    load::generate(server.address, connections, Duration::from_secs(10), |_| {
        let request = request.clone();
        Box::new(move |_| request.clone())
    })
}

/// Rate and percentiles of a load; a load with refusals is no measurement.
fn load_figures(name: &str, load: &Load, rate: Target, p99: Option<Target>) -> Outcome<Vec<Figure>> {
    if load.refused > 0 {
        let first = load.first_refusal.as_deref().unwrap_or("");
        return fail(format!("{name}: {} requests were refused; the first: {first}", load.refused));
    }
    Ok(vec![
        Figure::new(name, load.per_second(), "/s", Some(rate)),
        Figure::new(format!("{name}, median"), load.durations.percentile(50.0), "ms", None),
        Figure::new(format!("{name}, p99"), load.durations.percentile(99.0), "ms", p99),
        Figure::new(format!("{name}, slowest"), load.durations.percentile(100.0), "ms", None),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_have_two_directions() {
        let figure = |target| Figure::new("x", 5.0, "ms", target);
        assert_eq!(figure(None).met(), None);
        assert_eq!(figure(Some(Target::AtLeast(5.0))).met(), Some(true));
        assert_eq!(figure(Some(Target::AtLeast(5.1))).met(), Some(false));
        assert_eq!(figure(Some(Target::AtMost(4.9))).met(), Some(false));
    }
}
