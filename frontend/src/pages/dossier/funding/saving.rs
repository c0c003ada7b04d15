//! Saving: what is sent, and what the answer means for the form.

use super::{
    draft,
    form::Form,
    state::{Base, Notice},
};
use crate::{
    browser,
    client::{Client, Failure},
    parts::error_summary::ERROR_SUMMARY,
};
use anju_domain::{
    acts::FundingEntry,
    api::{PutFunding, Saved},
    model::{Dossier, FundingCommitment, ProjectCommunity},
};
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
        let commitments = reading.dossier.project_community.commitments.clone();
        let content = serde_json::to_string(&(base.id, &commitments)).unwrap_or_default();
        let options = self.key.options(base.version, &content);
        spawn_local(async move {
            let request = FundingEntry { commitments: commitments.iter().cloned().map(Into::into).collect() };
            let answer = client.send::<PutFunding>(&[&base.id.to_string()], &(), &request, options).await;
            // Signed out meanwhile: the form is gone, its draft is kept.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(saved) => self.was_saved(&base, &saved, commitments),
                Err(failure) => self.was_not_saved(failure),
            }
        });
    }

    fn was_saved(self, base: &Base, saved: &Saved, commitments: Vec<FundingCommitment>) {
        let stated = self.reading.get_untracked().map(|reading| reading.dossier.project_community.commitments.clone());
        let now = Base::new(base.id, saved.version, commitments.clone());
        if stated.as_deref() == Some(&commitments[..]) {
            draft::drop(base.id);
            self.take(now);
        } else {
            // Something more was typed while this was on its way: it stays, on top of what is saved now.
            self.base.set(Some(Arc::new(now)));
            self.keep_draft();
        }
        self.key.forget();
        self.summary.set(false);
        self.notice.set(Some(Notice::Saved));
        self.context.refused.set(Vec::new());
        if let Some(before) = self.context.saved.get_untracked() {
            self.context.saved.set(with_money(&before, saved.version, commitments));
        }
        self.context.ask();
    }

    fn was_not_saved(self, failure: Failure) {
        if failure.is_stale() {
            self.context.ask();
        }
        self.notice.set(Some(Notice::Failed(failure)));
    }
}

/// The dossier as it stands after saving, until it has been read again.
fn with_money(before: &Dossier, version: i64, commitments: Vec<FundingCommitment>) -> Dossier {
    Dossier {
        project_community: ProjectCommunity { version, commitments, ..before.project_community.clone() },
        ..before.clone()
    }
}
