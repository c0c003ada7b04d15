//! What is asked of the domain, natively and in the browser (`tests/browser/same_answers.mjs`).

use crate::answers;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A question: everything that its answer depends on, as texts.
#[derive(Debug, Serialize)]
pub(crate) struct Question {
    /// What to call it when the answers differ.
    pub(crate) name: String,
    /// What is done.
    pub(crate) kind: Kind,
    /// With what.
    pub(crate) input: Vec<String>,
}

/// What is done with the input of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Dossier, two days, gate: findings at all gates on both days, those of a form, and in words those at the gate.
    Dossier,
    /// Facts, filter, language, charts.
    Charts,
    /// A function of the module and its arguments, which may be anything.
    Call,
}

impl Question {
    /// The answer of the domain as it is compiled here.
    pub(crate) fn answer(&self) -> String {
        let input: Vec<&str> = self.input.iter().map(String::as_str).collect();
        match (self.kind, &input[..]) {
            (Kind::Dossier, [dossier, day, other, gate]) => answers::of_dossier(dossier, [day, other], gate),
            (Kind::Charts, [facts, filter, language, charts @ ..]) => {
                answers::of_charts(facts, filter, language, charts)
            }
            (Kind::Call, [function, arguments @ ..]) => answers::of_call(function, arguments),
            (_, input) => panic!("{} can't be asked with {} texts", self.name, input.len()),
        }
    }

    /// The question with the SHA-256 of its answer, in one line of JSON.
    pub(crate) fn line(&self) -> String {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(flatten)]
            question: &'a Question,
            sha256: String,
        }
        let line = Line { question: self, sha256: sha256(&self.answer()) };
        serde_json::to_string(&line).expect("texts are JSON")
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a text takes everything");
        hex
    })
}
