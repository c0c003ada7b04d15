//! Saving, sending and setting aside a task, and what the answers mean for the form.

use super::{draft, entry::Entry, filling::Outcome};
use crate::{browser, parts::error_summary::ERROR_SUMMARY};
use anju_domain::{
    acts::{DutyWaiver, NOTHING_THIS_MONTH},
    api::{Endpoint, PostSubmission, PostWaiver, PutDuty, Saved},
    language::Text,
    words::duties as words,
};
use leptos::prelude::*;
use serde::Serialize;

impl Entry {
    /// Saves what is there so far.
    pub(super) fn save(self) {
        self.perform::<PutDuty>(self.stated(), words::SAVED);
    }

    /// Sends the task, or shows what must be solved first.
    pub(super) fn submit(self) {
        if !untrack(|| self.findings()).is_empty() {
            self.filling.tried.set(true);
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
        if self.filling.busy.get_untracked() {
            return;
        }
        self.keep_draft();
        self.filling.send::<E>(self.client, (self.id, version), request, done, move |outcome| match outcome {
            Outcome::Done => {
                draft::drop(self.id);
                self.changing.set(false);
                self.was_saved();
            }
            Outcome::Stale => self.ask(),
        });
    }

    /// What was typed is what is saved now; the task is read for the rest.
    fn was_saved(self) {
        self.base.set(None);
        self.ask();
    }
}
