//! Duties at the size of a large county: the list of the unit with the most tasks, how duties stand after a change, and the
//! making of a month's tasks.

use crate::bench::connection::{self, Connection};
use crate::bench::figure::{Figure, Target};
use crate::bench::percentiles::Durations;
use crate::bench::server::Server;
use crate::bench::setting::Setting;
use crate::failure::{Explain, Failure, Outcome, fail};
use crate::programs::execute;
use serde_json::{Value, json};
use std::process::Command;
use std::time::{Duration, Instant};

const COMMUNITIES: &str = "3000";
/// The last month is made by the server.
const MONTHS: &str = "59";
const LAST_DAY: &str = "2025-12-31";
/// How often each reading is asked.
const ASKED: usize = 60;
const LIST: &str = "/api/v1/duties?unit=01&limit=50";
const LAST_OF_LIST: &str = "/api/v1/duties?unit=01&show=closed&offset=10000&limit=50";
const PROGRESS: &str = "/api/v1/duties/progress";

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("duties")?;
    let mut sample = Command::new(&setting.program);
    sample.args(["sample", "--communities", COMMUNITIES, "--months", MONTHS, "--load", "--data"]).arg(data.path());
    let begun = Instant::now();
    let words = execute::text_of(&mut sample)?;
    let loading = begun.elapsed();
    let server = Server::start(&setting.program, data.path())?;
    let first_answer = server.first_answer;
    let before = Reader::new(&server, &words)?.tasks()?;
    server.stop()?;
    // The server of a sample programme makes the tasks of its day before it answers.
    let server = Server::start_on(&setting.program, data.path(), Some(LAST_DAY))?;
    let reader = Reader::new(&server, &words)?;
    let tasks = reader.tasks()?;
    if tasks <= before {
        return fail("a new month brought no task");
    }
    let month = server.first_answer.as_secs_f64();
    let mut figures = vec![
        Figure::new("duties: tasks of 3,000 communities over 60 months", tasks, "", None),
        Figure::new("duties: loading them into an empty folder", loading.as_secs_f64(), "s", None),
        Figure::new("duties: start to first answer, no task missing", milliseconds(first_answer), "ms", None),
        Figure::new("duties: start with a month's tasks to make", month, "s", Some(Target::AtMost(5.0))),
        Figure::new("duties: of which tasks made", tasks - before, "", None),
    ];
    for (name, path, target) in [
        ("list of the unit with the most tasks", LIST, Some(Target::AtMost(30.0))),
        ("its closed tasks from the ten-thousandth on", LAST_OF_LIST, None),
        ("list of all units", "/api/v1/duties?limit=50", None),
    ] {
        let durations = reader.times(path, || Ok(()))?;
        figures.push(Figure::new(format!("duties: {name}, median"), durations.percentile(50.0), "ms", target));
        figures.push(Figure::new(format!("duties: {name}, p95"), durations.percentile(95.0), "ms", None));
    }
    // A reminder is entered before each question, so that no answer is one that was kept.
    let durations = reader.times(PROGRESS, || reader.remind())?;
    figures.push(Figure::new(
        "duties: how they stand, made anew, median",
        durations.percentile(50.0),
        "ms",
        Some(Target::AtMost(50.0)),
    ));
    figures.push(Figure::new("duties: how they stand, made anew, p95", durations.percentile(95.0), "ms", None));
    let begun = Instant::now();
    reader.remind()?;
    reader.json("/api/v1/facts")?;
    figures.push(Figure::new("facts of 3,000 communities, made anew", milliseconds(begun.elapsed()), "ms", None));
    server.stop()?;
    Ok(figures)
}

struct Reader<'a> {
    server: &'a Server,
    cookie: String,
    task: String,
}

impl<'a> Reader<'a> {
    fn new(server: &'a Server, words: &str) -> Outcome<Self> {
        let cookie = super::signed_in(server, words, "office")?;
        let mut reader = Self { server, cookie, task: String::new() };
        // The server makes the facts of the day at its start; beside that everything takes longer, for some seconds once a day.
        reader.json("/api/v1/facts")?;
        let page = reader.json("/api/v1/duties?show=open&limit=1")?;
        reader.task = page["rows"][0]["id"].as_str().unwrap_or_default().to_owned();
        if reader.task.is_empty() {
            return fail("no task is open");
        }
        Ok(reader)
    }

    fn json(&self, path: &str) -> Outcome<Value> {
        let answer = self.server.ask("GET", path, &[("cookie", &self.cookie)], b"")?;
        serde_json::from_slice(&answer.body).explain(|| format!("{path} cannot be read"))
    }

    /// How many tasks there are.
    fn tasks(&self) -> Outcome<f64> {
        let page = self.json("/api/v1/duties?limit=1")?;
        page["numbers"]["all"].as_f64().ok_or_else(|| Failure("a list has no numbers".to_owned()))
    }

    fn remind(&self) -> Outcome<()> {
        let origin = format!("http://{}", self.server.address);
        let key = format!("{:?}", Instant::now());
        let key: String = key.chars().filter(char::is_ascii_digit).collect();
        let headers = [("cookie", self.cookie.as_str()), ("origin", &origin), ("idempotency-key", &key)];
        let body = json!({ "tasks": [self.task] }).to_string();
        self.server.ask("POST", "/api/v1/duties/reminders", &headers, body.as_bytes()).map(drop)
    }

    /// How long an address takes over a connection that is kept, each time after something else.
    fn times(&self, path: &str, before: impl Fn() -> Outcome<()>) -> Outcome<Durations> {
        let mut connection = Connection::open(self.server.address)?;
        let headers = [("cookie", self.cookie.as_str()), ("accept-encoding", "br")];
        let request = connection::request("GET", path, self.server.address, &headers, b"");
        let mut durations = Vec::with_capacity(ASKED);
        for _ in 0..ASKED {
            before()?;
            let begun = Instant::now();
            let answer = connection.ask(&request)?;
            durations.push(begun.elapsed());
            if !answer.is_success() {
                return fail(format!("GET {path} answered {}", answer.status));
            }
        }
        Ok(Durations::new(durations))
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
