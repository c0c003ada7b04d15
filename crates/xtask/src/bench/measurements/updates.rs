//! Durable updates of one commitment: each connection saves the funding of a project community of its own, with the version
//! that it saw and a key, over and over. So nobody waits for another's version, and no update is a conflict.

use crate::bench::connection::{self, Answer};
use crate::bench::figure::{self, Figure, Target};
use crate::bench::load::{self, NextRequest};
use crate::bench::server::Server;
use crate::bench::setting::Setting;
use crate::failure::{Explain, Failure, Outcome, fail};
use crate::programs::execute;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

const CONNECTIONS: usize = 64;

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("updates")?;
    let count = CONNECTIONS.to_string();
    let mut sample = Command::new(&setting.program);
    sample.args(["sample", "--communities", &count, "--seed", "1", "--load", "--data"]).arg(data.path());
    let words = execute::text_of(&mut sample)?;
    let server = Server::start(&setting.program, data.path())?;
    let cookie = super::signed_in(&server, &words, "office")?;
    let mut savers = Vec::new();
    for (_, id) in super::communities(&server, &cookie)? {
        let dossier = server.ask("GET", &format!("/api/v1/dossiers/{id}"), &[("cookie", &cookie)], b"")?;
        savers.push(Saver::new(server.address, &cookie, &id, &dossier)?);
    }
    if savers.len() < CONNECTIONS {
        return fail(format!("the programme has {} communities instead of {count}", savers.len()));
    }
    let load = load::generate(server.address, CONNECTIONS, Duration::from_secs(10), |number| {
        savers[number].clone().into_requests()
    })?;
    let (rate, p99) = (Target::AtLeast(4000.0), Target::AtMost(50.0));
    let figures = figure::of_load("durable updates, 64 connections", &load, rate, Some(p99))?;
    server.stop()?;
    // What was answered must be there, each with its entry in an unbroken chain.
    execute::text_of(Command::new(&setting.program).arg("verify").arg("--data").arg(data.path()))?;
    Ok(figures)
}

/// Saves the funding of one project community.
#[derive(Clone)]
pub(super) struct Saver {
    address: SocketAddr,
    path: String,
    cookie: String,
    origin: String,
    version: String,
    /// The amount of the first commitment in fen, and the body before and after it.
    amount: i64,
    before: String,
    after: String,
}

impl Saver {
    pub(super) fn new(address: SocketAddr, cookie: &str, id: &str, answer: &Answer) -> Outcome<Self> {
        let version = answer.header("etag").ok_or_else(|| Failure("a dossier came without its version".to_owned()))?;
        let dossier: Value = serde_json::from_slice(&answer.body).explain(|| "a dossier".to_owned())?;
        let (amount, before, after) = around_first_amount(&dossier["project_community"]["commitments"])?;
        Ok(Self {
            address,
            path: format!("/api/v1/dossiers/{id}/funding"),
            cookie: cookie.to_owned(),
            origin: format!("http://{address}"),
            version: version.to_owned(),
            amount,
            before,
            after,
        })
    }

    pub(super) fn into_requests(mut self) -> NextRequest {
        let mut count = 0_i64;
        Box::new(move |last| {
            if let Some(version) = last.and_then(|answer| answer.header("etag")) {
                version.clone_into(&mut self.version);
            }
            count += 1;
            // One fen less, then as it was: every update changes what is stored.
            let body = format!("{}{}{}", self.before, self.amount - count % 2, self.after);
            let key = format!("{}-{count}", self.path);
            let headers = [
                ("cookie", self.cookie.as_str()),
                ("origin", &self.origin),
                ("if-match", &self.version),
                ("idempotency-key", &key),
            ];
            connection::request("PUT", &self.path, self.address, &headers, body.as_bytes())
        })
    }
}

/// The amount of the first commitment, and the text of the request before and after it.
fn around_first_amount(commitments: &Value) -> Outcome<(i64, String, String)> {
    /// No amount of a sample.
    const HERE: i64 = 1_234_567_890_123;
    let mut commitments = commitments.clone();
    let first = commitments.get_mut(0).and_then(|first| first.get_mut("amount"));
    let amount = first.as_ref().and_then(|amount| amount.as_i64());
    let (Some(first), Some(amount)) = (first, amount) else { return fail("a dossier has no commitment") };
    *first = json!(HERE);
    let body = json!({ "commitments": commitments }).to_string();
    let parts = body.split_once(&HERE.to_string()).map(|(before, after)| (before.to_owned(), after.to_owned()));
    let (before, after) = parts.ok_or_else(|| Failure("an amount is no number".to_owned()))?;
    Ok((amount, before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_changes_the_amount_and_says_the_version_that_was_seen() {
        let commitments = json!([{ "id": "a", "amount": 500 }, { "id": "b", "amount": 500 }]);
        let body = json!({ "project_community": { "commitments": commitments } }).to_string().into_bytes();
        let tagged = |tag: &str, body: &[u8]| Answer {
            status: 200,
            headers: vec![("etag".to_owned(), tag.to_owned())],
            body: body.to_vec(),
        };
        let address = SocketAddr::from(([127, 0, 0, 1], 80));
        let mut next = Saver::new(address, "anju=x", "7", &tagged("\"3\"", &body)).unwrap().into_requests();
        let first = String::from_utf8(next(None)).unwrap();
        assert!(first.starts_with("PUT /api/v1/dossiers/7/funding HTTP/1.1\r\n"), "{first}");
        assert!(first.contains("if-match: \"3\"\r\n") && first.contains("\"amount\":499"), "{first}");
        let second = String::from_utf8(next(Some(&tagged("\"4\"", b"")))).unwrap();
        assert!(second.contains("if-match: \"4\"\r\n") && !second.contains("\"amount\":499"), "{second}");
        assert_eq!(second.matches("\"amount\":500").count(), 2);
        let key = |text: &str| text.lines().find(|line| line.starts_with("idempotency-key")).map(str::to_owned);
        assert_ne!(key(&first), key(&second));
    }

    #[test]
    fn a_dossier_without_commitments_is_refused() {
        assert!(around_first_amount(&json!([])).is_err());
    }
}
