//! Saving, sending, judging and correcting a report, and what the answers mean for the form.

use super::{
    draft,
    entry::{Entry, Notice},
};
use crate::{browser, client::Options, ids::new_id, parts::error_summary::ERROR_SUMMARY};
use anju_domain::{
    api::{Endpoint, PostReportSubmission, PutReport, Saved},
    language::Text,
    words::reports as words,
};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;
use uuid::Uuid;

/// The code of a refusal because somebody else has saved.
const STALE: &str = "stale_version";

impl Entry {
    /// Saves what is there so far; a field that can't be read is led to.
    pub(super) fn save(self) {
        match untrack(|| self.stated()).entry(self.period) {
            Ok(entry) => self.perform::<PutReport>(entry, words::SAVED, || {}),
            Err(_) => self.lead_to_errors(),
        }
    }

    /// Sends the report, or shows what must be solved first.
    pub(super) fn submit(self) {
        if !untrack(|| self.stops()).is_empty() {
            return self.lead_to_errors();
        }
        // A photo that is not there would be missing without a word.
        let all_here = self.bringing.files.with_untracked(|files| files.iter().all(|file| file.here().is_some()));
        if let (true, Ok(entry)) = (all_here, untrack(|| self.stated()).entry(self.period)) {
            self.perform::<PostReportSubmission>(entry, words::SENT, || {});
        }
    }

    fn lead_to_errors(self) {
        self.tried.set(true);
        browser::focus_soon(ERROR_SUMMARY);
    }

    /// Sends an act on the version that was seen, and follows its answer.
    pub(super) fn perform<E>(self, request: E::Request, done: Text, then: impl FnOnce() + 'static)
    where
        E: Endpoint<Query = (), Reply = Saved> + 'static,
        E::Request: Serialize,
    {
        let Some(version) = self.base.with_untracked(|base| base.as_ref().map(|base| base.version)) else { return };
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
                    draft::drop(self.id, self.period);
                    self.sent.set_value(None);
                    self.tried.set(false);
                    // What was typed is what is saved now; the report is read for the rest.
                    self.base.set(None);
                    self.ask();
                    self.notice.set(Some(Notice::Said(done)));
                    then();
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
