//! The table of measurements. A new one is a function and a line in `ALL`.

mod browser;
mod county;
mod duties;
mod imports;
mod killed;
mod overview;
mod rules;
mod start;
mod updates;

use crate::bench::figure::Figure;
use crate::bench::server::{self, Server};
use crate::bench::setting::Setting;
use crate::failure::{Explain, Failure, Outcome};
use serde_json::Value;

pub(crate) struct Measurement {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) needs_browser: bool,
    pub(crate) run: fn(&Setting) -> Outcome<Vec<Figure>>,
}

pub(crate) const ALL: &[Measurement] = &[
    Measurement {
        name: "updates",
        about: "durable updates of one commitment over HTTP at 64 connections, audit included",
        needs_browser: false,
        run: updates::measure,
    },
    Measurement {
        name: "killed",
        about: "SIGKILL while clients write, start, compare: 50 rounds with the program that is measured",
        needs_browser: false,
        run: killed::measure,
    },
    Measurement {
        name: "overview",
        about: "GET /api/v1/overview at 16 connections",
        needs_browser: false,
        run: overview::measure,
    },
    Measurement {
        name: "county",
        about: "loading 3,000 communities over 60 months, their overview, and what a write makes the next reader wait for",
        needs_browser: false,
        run: county::measure,
    },
    Measurement {
        name: "duties",
        about: "lists and standing of duties, and the making of tasks, with 3,000 communities over 60 months",
        needs_browser: false,
        run: duties::measure,
    },
    Measurement {
        name: "imports",
        about: "workbooks of 10,000 and 100,000 rows by `anju import`, beside what calamine alone needs to read them",
        needs_browser: false,
        run: imports::measure,
    },
    Measurement {
        name: "start",
        about: "start to first answer, and memory at rest",
        needs_browser: false,
        run: start::measure,
    },
    Measurement {
        name: "rules",
        about: "check of the dossier of 样例甲小区, and of 100,000 others, natively",
        needs_browser: false,
        run: rules::natively,
    },
    Measurement {
        name: "browser-rules",
        about: "check of the same dossier in the browser",
        needs_browser: true,
        run: rules::in_browser,
    },
    Measurement {
        name: "first-chart",
        about: "the first chart on the screen, from a cold cache",
        needs_browser: true,
        run: browser::first_chart,
    },
    Measurement {
        name: "redraw",
        about: "redraw of one chart in the page, script only",
        needs_browser: true,
        run: browser::redraw,
    },
    Measurement {
        name: "filter",
        about: "a filter on the overview with 3,000 communities in the browser",
        needs_browser: true,
        run: county::filter,
    },
];

/// The cookie of a first account of a data folder, whose passwords stand in `words`.
fn signed_in(server: &Server, words: &str, user: &str) -> Outcome<String> {
    let password = server::first_password(words, user)
        .ok_or_else(|| Failure(format!("there is no first sign-in of {user} in what was printed")))?;
    server.sign_in(user, &password)
}

/// Code and identity of each project community.
fn communities(server: &Server, cookie: &str) -> Outcome<Vec<(String, String)>> {
    // The list of communities comes in pages; the facts hold all.
    let facts = server.ask("GET", "/api/v1/facts", &[("cookie", cookie)], b"")?;
    let facts: Value = serde_json::from_slice(&facts.body).explain(|| "the facts cannot be read".to_owned())?;
    let word = |row: &Value, name: &str| row[name].as_str().map(str::to_owned);
    let rows = facts["communities"].as_array().into_iter().flatten();
    Ok(rows.filter_map(|row| Some((word(row, "code")?, word(row, "id")?))).collect())
}
