//! Saving: what is sent, and what the answer means for the form.

use super::{
    draft,
    form::{Base, Form, Notice},
};
use crate::{
    browser,
    client::{Client, Failure},
    parts::error_summary::ERROR_SUMMARY,
};
use anju_domain::{api::Saved, model::Dossier};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

impl Form {
    /// Saves, or shows what must be corrected first.
    pub(super) fn save(self, client: Client) {
        let (Some(reading), Some(base)) = (self.reading.get_untracked(), self.base.get_untracked()) else { return };
        if self.busy.get_untracked() {
            return;
        }
        if !reading.faults.is_empty() {
            self.summary.set(true);
            browser::focus_soon(ERROR_SUMMARY);
            return;
        }
        self.keep_draft();
        self.notice.set(None);
        self.busy.set(true);
        let content = (self.spec.content)(&reading.dossier);
        let options = self.key.options(base.version, &format!("{} {content}", base.id));
        let sending = (self.spec.send)(client, &reading.dossier, options);
        spawn_local(async move {
            let answer = sending.await;
            // Signed out meanwhile: the form is gone, its draft is kept.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(saved) => self.was_saved(&base, &saved, &reading.dossier, &content),
                Err(failure) => self.was_not_saved(failure),
            }
        });
    }

    fn was_saved(self, base: &Base, saved: &Saved, stated: &Dossier, content: &str) {
        let after = (self.spec.with_version)(stated.clone(), saved.version);
        let now = Base { id: base.id, version: saved.version, cells: (self.spec.texts)(&after) };
        let still = self.reading.get_untracked().map(|reading| (self.spec.content)(&reading.dossier));
        if still.as_deref() == Some(content) {
            draft::drop(self.spec, base.id);
            self.take(now);
            self.open.set(false);
        } else {
            // Something more was typed while this was on its way: it stays, on top of what is saved now.
            self.base.set(Some(Arc::new(now)));
            self.keep_draft();
        }
        self.key.forget();
        self.summary.set(false);
        self.notice.set(Some(Notice::Saved));
        self.context.refused.set(Vec::new());
        self.context.saved.set(after);
        self.context.ask();
    }

    fn was_not_saved(self, failure: Failure) {
        if failure.is_stale() {
            self.context.ask();
        }
        self.notice.set(Some(Notice::Failed(failure)));
    }
}
