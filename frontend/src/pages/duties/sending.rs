//! Saving, sending and setting aside a task, and what the answers mean for the form.

use super::{
    draft,
    entry::{Entry, Notice},
};
use crate::{browser, client::Options, ids::new_id, parts::error_summary::ERROR_SUMMARY};
use anju_domain::{
    acts::{DutyWaiver, NOTHING_THIS_MONTH},
    api::{Endpoint, PostSubmission, PostWaiver, PutDuty, Saved},
    language::Text,
    words::duties as words,
};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;
use uuid::Uuid;

/// The code of a refusal because somebody else has saved.
const STALE: &str = "stale_version";

impl Entry {
    /// Saves what is there so far.
    pub(super) fn save(self) {
        self.perform::<PutDuty>(self.stated(), words::SAVED);
    }

    /// Sends the task, or shows what must be solved first.
    pub(super) fn submit(self) {
        if !untrack(|| self.findings()).is_empty() {
            self.tried.set(true);
            browser::focus_soon(ERROR_SUMMARY);
            return;
        }
        // A file that is not there would be missing without a word.
        if self.files.with_untracked(|files| files.iter().all(|file| file.here().is_some())) {
            self.perform::<PostSubmission>(self.stated(), words::SENT);
        }
    }

    /// Says that the task does not concern the unit.
    pub(super) fn waive(self, reason: String) {
        self.perform::<PostWaiver>(DutyWaiver { reason }, words::WAIVED);
    }

    /// 零报告
    pub(super) fn report_nothing(self) {
        self.waive(NOTHING_THIS_MONTH.to_owned());
    }

    /// Sends an act on the version that was seen, and follows its answer.
    pub(super) fn perform<E>(self, request: E::Request, done: Text)
    where
        E: Endpoint<Query = (), Reply = Saved> + 'static,
        E::Request: Serialize,
    {
        let Some(version) = self.base.with_untracked(|base| base.as_ref().map(|base| base.task.version)) else {
            return;
        };
        if self.busy.get_untracked() {
            return;
        }
        self.keep_draft();
        self.notice.set(None);
        self.busy.set(true);
        let key = self.key_of(E::PATH, version, &request);
        spawn_local(async move {
            let options = Options { if_match: Some(version), idempotency_key: Some(key.to_string()) };
            let answer = self.client.send::<E>(&[&self.id.to_string()], &(), &request, options).await;
            // Left meanwhile: the form is gone, its draft is kept.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    draft::drop(self.id);
                    self.sent.set_value(None);
                    self.tried.set(false);
                    self.changing.set(false);
                    self.was_saved();
                    self.notice.set(Some(Notice::Said(done)));
                }
                Err(failure) => {
                    if failure.code() == STALE {
                        self.ask();
                    }
                    self.notice.set(Some(Notice::Failed(failure)));
                }
            }
        });
    }

    /// What was typed is what is saved now; the task is read for the rest.
    fn was_saved(self) {
        self.base.set(None);
        self.ask();
    }

    /// One key for one act with one content on one version, however often it is sent.
    fn key_of(self, act: &str, version: i64, request: &impl Serialize) -> Uuid {
        let content = serde_json::to_string(&(act, version, request)).unwrap_or_default();
        if let Some((known, key)) = self.sent.get_value()
            && known == content
        {
            return key;
        }
        let key = new_id();
        self.sent.set_value(Some((content, key)));
        key
    }
}
