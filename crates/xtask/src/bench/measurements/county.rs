//! A large county: loading it, its overview from kept answers against the one of 24 communities, what a write makes the
//! next reader wait for, and, in the browser, the redraw of a filter.

use super::updates::Saver;
use crate::bench::connection::{self, Connection};
use crate::bench::figure::{self, Figure, Target};
use crate::bench::load;
use crate::bench::percentiles::Durations;
use crate::bench::server::Server;
use crate::bench::setting::{Setting, number};
use crate::failure::{Outcome, fail};
use crate::programs::execute;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const MANY: &str = "3000";
const FEW: &str = "24";
const MONTHS: &str = "60";
const CONNECTIONS: usize = 16;
/// How often somebody writes before each reading.
const ASKED: usize = 20;
const OVERVIEW: &str = "/api/v1/overview";

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let few = setting.new_data("county-few")?;
    let (words, _) = loaded(setting, few.path(), FEW)?;
    let server = Server::start(&setting.program, few.path())?;
    let of_few = overview(&server, &words, FEW, None)?;
    server.stop()?;
    let half = of_few.first().map_or(0.0, |rate| rate.value / 2.0);

    let many = setting.new_data("county-many")?;
    let (words, took) = loaded(setting, many.path(), MANY)?;
    let server = Server::start(&setting.program, many.path())?;
    let name = format!("sample of {MANY} communities over {MONTHS} months, loading");
    let mut figures = vec![Figure::new(name, took.as_secs_f64(), "s", Some(Target::AtMost(60.0)))];
    figures.extend(of_few);
    let cookie = super::signed_in(&server, &words, "office")?;
    let wait = |path: &str| {
        // A connection of its own: an idle one is closed by the server after a while.
        let mut reader = Connection::open(server.address)?;
        let headers = [("cookie", cookie.as_str()), ("accept-encoding", "br")];
        let request = connection::request("GET", path, server.address, &headers, b"");
        let begun = Instant::now();
        let answer = reader.ask(&request)?;
        if answer.is_success() { Ok(begun.elapsed()) } else { fail(format!("GET {path} answered {}", answer.status)) }
    };
    let first = milliseconds(wait(OVERVIEW)?);
    figures.push(Figure::new(format!("overview with {MANY} communities, first after the start"), first, "ms", None));
    figures.extend(overview(&server, &words, MANY, Some(half))?);

    let (_, id) = super::communities(&server, &cookie)?.into_iter().next().unwrap_or_default();
    let dossier = server.ask("GET", &format!("/api/v1/dossiers/{id}"), &[("cookie", &cookie)], b"")?;
    let mut next = Saver::new(server.address, &cookie, &id, &dossier)?.into_requests();
    let mut writer = Connection::open(server.address)?;
    let mut last = None;
    for (what, path, target) in [
        ("overview", OVERVIEW, Some(Target::AtMost(100.0))),
        ("facts", "/api/v1/facts", None),
        ("list of communities", "/api/v1/communities/all", None),
        ("list of monthly reports", "/api/v1/reports/all", None),
    ] {
        let mut durations = Vec::with_capacity(ASKED);
        for _ in 0..ASKED {
            let saved = writer.ask(&next(last.as_ref()))?;
            if !saved.is_success() {
                return fail(format!("a funding was not saved: {}", saved.status));
            }
            last = Some(saved);
            durations.push(wait(path)?);
        }
        let median = Durations::new(durations).percentile(50.0);
        figures.push(Figure::new(
            format!("{what} with {MANY} communities, after a write, median"),
            median,
            "ms",
            target,
        ));
    }
    figures.push(Figure::new(format!("memory with {MANY} communities (PSS)"), server.pss_mib()?, "MiB", None));
    server.stop()?;
    Ok(figures)
}

/// A filter is changed on 总览 with all these communities, as the page opens and with its charts in sight.
pub(super) fn filter(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("county-filter")?;
    let (words, _) = loaded(setting, data.path(), MANY)?;
    let server = Server::start(&setting.program, data.path())?;
    let cookie = super::signed_in(&server, &words, "leader")?;
    let answer = setting.script("bench_filter.mjs", &[&format!("http://{}", server.address), &cookie])?;
    server.stop()?;
    let name = format!("filter with {MANY} communities");
    Ok(vec![
        Figure::new(format!("{name}, median"), number(&answer, "median")?, "ms", Some(Target::AtMost(16.0))),
        Figure::new(format!("{name}, p95"), number(&answer, "p95")?, "ms", None),
        Figure::new(
            format!("{name}, charts in sight, median"),
            number(&answer, "charts")?,
            "ms",
            Some(Target::AtMost(16.0)),
        ),
        Figure::new(format!("{name}, charts in sight, p95"), number(&answer, "charts_p95")?, "ms", None),
        Figure::new(
            format!("{name}, all script until every chart is drawn, median"),
            number(&answer, "script")?,
            "ms",
            None,
        ),
    ])
}

/// Loads so many communities; gives what was printed and how long it took.
fn loaded(setting: &Setting, data: &Path, count: &str) -> Outcome<(String, Duration)> {
    let mut sample = Command::new(&setting.program);
    sample.args(["sample", "--communities", count, "--months", MONTHS, "--load", "--data"]).arg(data);
    let begun = Instant::now();
    let words = execute::text_of(&mut sample)?;
    Ok((words, begun.elapsed()))
}

fn overview(server: &Server, words: &str, count: &str, least: Option<f64>) -> Outcome<Vec<Figure>> {
    let cookie = super::signed_in(server, words, "leader")?;
    let request = connection::request("GET", OVERVIEW, server.address, &[("cookie", &cookie)], b"");
    let load = load::generate(server.address, CONNECTIONS, Duration::from_secs(10), |_| {
        let request = request.clone();
        Box::new(move |_| request.clone())
    })?;
    let name = format!("GET overview with {count} communities, {CONNECTIONS} connections");
    let mut figures = figure::of_load(&name, &load, Target::AtLeast(least.unwrap_or_default()), None)?;
    figures.truncate(1);
    if least.is_none() {
        figures.iter_mut().for_each(|figure| figure.target = None);
    }
    Ok(figures)
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
