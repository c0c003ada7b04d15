//! Saving, sending, judging and correcting a report, and what the answers mean for the form.

use super::{draft, entry::Entry};
use crate::{browser, pages::duties::filling::Outcome, parts::error_summary::ERROR_SUMMARY};
use anju_domain::{
    api::{Endpoint, PostReportSubmission, PutReport, Saved},
    language::Text,
    words::reports as words,
};
use leptos::prelude::*;
use serde::Serialize;

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
        self.filling.tried.set(true);
        browser::focus_soon(ERROR_SUMMARY);
    }

    /// Sends an act on the version that was seen, and follows its answer.
    pub(super) fn perform<E>(self, request: E::Request, done: Text, then: impl FnOnce() + 'static)
    where
        E: Endpoint<Query = (), Reply = Saved> + 'static,
        E::Request: Serialize,
    {
        let Some(version) = self.base.with_untracked(|base| base.as_ref().map(|base| base.version)) else { return };
        if self.filling.busy.get_untracked() {
            return;
        }
        self.keep_draft();
        self.filling.send::<E>(self.client, (self.id, version), request, done, move |outcome| match outcome {
            Outcome::Done => {
                draft::drop(self.id, self.period);
                // What was typed is what is saved now; the report is read for the rest.
                self.base.set(None);
                self.ask();
                then();
            }
            Outcome::Stale => self.ask(),
        });
    }
}
