//! What was attempted, and what was answered: the clients' own memory, which no crash of the server reaches.

use anju_domain::model::Role;
use anju_tests::actor::{Actor, Answer, Call};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// A write as it was attempted; it can be attempted again as it was.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    /// What nothing else has, and what the audit entry of this write shows.
    pub(super) mark: String,
    /// Name of the act in the audit log.
    pub(super) act: &'static str,
    pub(super) object: Uuid,
    /// Who writes.
    pub(super) role: Role,
    pub(super) method: &'static str,
    pub(super) path: String,
    /// The version that was seen; none for what makes something new.
    pub(super) version: Option<i64>,
    /// Whether the mark is sent as the key of the act: a file has none.
    pub(super) has_key: bool,
    pub(super) body: Vec<u8>,
    /// What the server answered; none when nobody knows.
    pub(super) answer: Option<Answer>,
}

impl Attempt {
    /// The request.
    pub(super) fn call(&self, actor: &Actor) -> Call {
        let mut call = actor.call(self.method, &self.path).bytes(&self.body);
        if let Some(version) = self.version {
            call = call.header("if-match", &format!("\"{version}\""));
        }
        if self.has_key { call.header("idempotency-key", &self.mark) } else { call }
    }

    /// Whether the server said that it is done.
    pub(super) fn is_acknowledged(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.status == 200)
    }

    /// The version that the answer names.
    pub(super) fn acknowledged_version(&self) -> Option<i64> {
        version_of(self.answer.as_ref()?)
    }
}

/// The version that an answer names.
pub(super) fn version_of(answer: &Answer) -> Option<i64> {
    answer.header("etag")?.trim_matches('"').parse().ok()
}

/// Everything that was attempted.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger(Arc<Mutex<Vec<Attempt>>>);

impl Ledger {
    /// Writes an attempt down and makes it; nothing when no answer came.
    pub(super) async fn send(&self, actor: &Actor, attempt: Attempt) -> Option<Answer> {
        let call = attempt.call(actor);
        let at = self.note(attempt);
        let answer = call.try_send().await.ok()?;
        self.0.lock().unwrap()[at].answer = Some(answer.clone());
        Some(answer)
    }

    /// Writes an attempt down before it is made; gives its place.
    pub(super) fn note(&self, attempt: Attempt) -> usize {
        let mut attempts = self.0.lock().unwrap();
        attempts.push(attempt);
        attempts.len() - 1
    }

    /// How many attempts were acknowledged so far.
    pub(super) fn acknowledged(&self) -> usize {
        self.0.lock().unwrap().iter().filter(|attempt| attempt.is_acknowledged()).count()
    }

    /// Everything so far.
    pub(super) fn into_attempts(self) -> Vec<Attempt> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}
