//! The state of an opened task: what is saved, what is typed on top of it, what the acts say of it.

use super::{
    draft::{self, Draft},
    files::{Bringing, FileItem},
    filling::{Filling, Notice},
    versions::{kept_files, older},
};
use crate::{
    client::{Client, Options},
    live::Live,
    remote::Remote,
};
use anju_domain::{
    acts::{Act, Actor, DutyEntry, SubmitDuty, TaskFacts},
    api::{DutyView, ReadDuty},
    finding::Finding,
    policy::stages::TaskStatus,
};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// An opened task.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) id: Uuid,
    pub(super) client: Client,
    pub(super) saved: Remote<DutyView>,
    /// What the form was made of.
    pub(super) base: RwSignal<Option<Arc<DutyView>>>,
    pub(super) report: RwSignal<String>,
    pub(super) bringing: Bringing,
    /// Those of `bringing`.
    pub(super) files: RwSignal<Vec<FileItem>>,
    /// Whether a task that was sent or set aside is being changed.
    pub(super) changing: RwSignal<bool>,
    pub(super) filling: Filling,
}

impl Entry {
    /// The task with this identity; follows what is saved as long as it is open.
    pub(super) fn open(id: Uuid) -> Self {
        let bringing = Bringing::new();
        let entry = Self {
            id,
            client: expect_context(),
            saved: Remote::new(),
            base: RwSignal::new(None),
            report: RwSignal::new(String::new()),
            bringing,
            files: bringing.files,
            changing: RwSignal::new(false),
            filling: Filling::new(),
        };
        bringing.tell(move || entry.touched());
        let live: Live = expect_context();
        Effect::new(move || {
            live.changes.track();
            entry.ask();
        });
        Effect::new(move || {
            if let Some(saved) = entry.saved.get() {
                entry.follow(saved);
            }
        });
        // A tab that is closed right after a key.
        let closed = window_event_listener_untyped("pagehide", move |_| entry.keep_draft());
        on_cleanup(move || {
            closed.remove();
            entry.keep_draft();
        });
        entry
    }

    /// Reads the task.
    pub(super) fn ask(self) {
        let Self { id, client, .. } = self;
        self.saved.ask(async move { client.send::<ReadDuty>(&[&id.to_string()], &(), &(), Options::default()).await });
    }

    /// Takes what is saved, unless something was typed on top of what was saved before.
    fn follow(self, saved: Arc<DutyView>) {
        let first = self.base.read_untracked().is_none();
        if first && let Some(found) = draft::kept(self.id).filter(|_| saved.task.status != TaskStatus::Confirmed) {
            let version = found.version;
            self.report.set(found.report);
            self.files.set(found.files.iter().map(FileItem::kept).collect());
            let base = if version == saved.task.version { saved } else { older(&saved, version) };
            self.base.set(Some(base));
            self.changing.set(true);
            self.filling.notice.set(Some(Notice::Said(anju_domain::words::duties::RESTORED)));
        } else if first || !self.is_dirty() {
            self.take(saved);
        }
    }

    /// Shows this saved state with nothing typed on top; files on their way stay.
    pub(super) fn take(self, saved: Arc<DutyView>) {
        self.report.set(saved.task.report.clone());
        let kept = kept_files(&saved);
        self.files.update(|files| {
            files.retain(|item| item.here().is_none());
            files.splice(0..0, kept);
        });
        self.base.set(Some(saved));
        self.filling.was_kept(false);
    }

    /// What is sent when it is sent now.
    pub(super) fn stated(self) -> DutyEntry {
        DutyEntry { report: self.report.get_untracked(), evidence: self.bringing.arrived() }
    }

    pub(super) fn is_dirty(self) -> bool {
        let stated = self.stated();
        self.base.with_untracked(|base| {
            base.as_ref().is_some_and(|base| base.task.report != stated.report || base.task.evidence != stated.evidence)
        })
    }

    /// What an act on the task rests on.
    pub(super) fn facts(self) -> Option<TaskFacts> {
        let task = self.base.with(|base| base.as_ref().map(|base| base.task.clone()))?;
        let view = self.client.session.view()?;
        let evidence = self.files.with(|files| files.iter().filter_map(FileItem::here).cloned().collect());
        let actor = Actor { user: view.user.clone(), display: view.display.clone(), role: view.role };
        Some(TaskFacts { task, evidence, actor })
    }

    /// What stops sending it: the very findings of the server.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.report.track();
        let (Some(facts), Some(view)) = (self.facts(), self.client.session.view()) else { return Vec::new() };
        SubmitDuty::decide(&facts, &self.stated(), view.today).err().unwrap_or_default()
    }

    /// Something was typed or brought.
    pub(super) fn touched(self) {
        self.filling.touched(move || self.keep_draft());
    }

    /// Writes the draft, or drops it when nothing differs from what is saved.
    pub(super) fn keep_draft(self) {
        if !self.filling.takes_turn() {
            return;
        }
        let Some(version) = self.base.with_untracked(|base| base.as_ref().map(|base| base.task.version)) else {
            return;
        };
        if self.is_dirty() {
            let draft = self.files.with_untracked(|files| Draft::of(version, &self.report.read_untracked(), files));
            draft::keep(self.id, &draft);
            self.filling.was_kept(true);
        } else {
            draft::drop(self.id);
            self.filling.was_kept(false);
        }
    }
}
