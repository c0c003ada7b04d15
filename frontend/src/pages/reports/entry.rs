//! The state of an opened report: what is saved, what is typed on top of it, what the rules say of it.

use super::draft::{self, Draft, Typed};
use crate::{
    client::{Client, Options},
    live::Live,
    pages::duties::{
        files::{Bringing, FileItem},
        filling::{Filling, Notice},
    },
    remote::Remote,
};
use anju_domain::{
    api::{ReadReport, ReportPeriod, ReportView},
    exact::Month,
    finding::{Finding, Severity},
    model::MonthlyReport,
    policy::stages::ReportStatus,
    reports,
    words::reports as words,
};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// An opened report.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// The project community.
    pub(super) id: Uuid,
    pub(super) period: Month,
    pub(super) client: Client,
    pub(super) saved: Remote<ReportView>,
    /// What the form was made of.
    pub(super) base: RwSignal<Option<Arc<ReportView>>>,
    /// The fields; photos stand in `bringing`.
    pub(super) typed: RwSignal<Typed>,
    pub(super) bringing: Bringing,
    pub(super) filling: Filling,
}

impl Entry {
    /// The report of a month; follows what is saved as long as it is open.
    pub(super) fn open(id: Uuid, period: Month) -> Self {
        let bringing = Bringing::new();
        let entry = Self {
            id,
            period,
            client: expect_context(),
            saved: Remote::new(),
            base: RwSignal::new(None),
            typed: RwSignal::new(Typed::default()),
            bringing,
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

    /// Reads the report.
    pub(super) fn ask(self) {
        let Self { id, period, client, .. } = self;
        let query = ReportPeriod { period: Some(period) };
        self.saved
            .ask(async move { client.send::<ReadReport>(&[&id.to_string()], &query, &(), Options::default()).await });
    }

    /// Takes what is saved, unless something was typed on top of what was saved before.
    fn follow(self, saved: Arc<ReportView>) {
        let first = self.base.read_untracked().is_none();
        let draft = if first { draft::kept(self.id, self.period).filter(|_| is_open(&saved)) } else { None };
        if let Some(found) = draft {
            // What it was made of: of an older state only the version is known.
            let base = ReportView { version: found.version, ..(*saved).clone() };
            self.show(found.typed);
            self.base.set(Some(Arc::new(base)));
            self.filling.notice.set(Some(Notice::Said(words::RESTORED)));
        } else if first || !self.is_dirty() {
            self.take(saved);
        }
    }

    /// Shows this saved state with nothing typed on top; photos on their way stay.
    pub(super) fn take(self, saved: Arc<ReportView>) {
        self.show(Typed::of(&saved));
        self.base.set(Some(saved));
        self.filling.was_kept(false);
    }

    fn show(self, typed: Typed) {
        self.bringing.files.update(|files| {
            files.retain(|item| item.here().is_none());
            files.splice(0..0, typed.photos.iter().map(FileItem::kept));
        });
        self.typed.set(typed);
    }

    /// The fields with the photos that have arrived, as they stand now.
    pub(super) fn stated(self) -> Typed {
        let photos = self.bringing.files.with(|files| files.iter().filter_map(FileItem::here).cloned().collect());
        Typed { photos, ..self.typed.get() }
    }

    pub(super) fn is_dirty(self) -> bool {
        let stated = untrack(|| self.stated());
        self.base.with_untracked(|base| base.as_ref().is_some_and(|base| Typed::of(base) != stated))
    }

    /// Whether somebody else has saved since.
    pub(super) fn is_stale(self) -> bool {
        let saved = self.saved.get().map(|saved| saved.version);
        let mine = self.base.with(|base| base.as_ref().map(|base| base.version));
        matches!((saved, mine), (Some(saved), Some(mine)) if saved > mine)
    }

    /// What is said of what is typed: the very findings of the server, what stops sending first.
    pub(super) fn findings(self) -> Vec<Finding> {
        let (Some(base), Some(view)) = (self.base.get(), self.client.session.view()) else { return Vec::new() };
        match self.stated().entry(self.period) {
            Ok(entry) => reports::findings(&base.facts, &entry, view.today),
            Err(unread) => unread,
        }
    }

    /// Those of them that stop sending.
    pub(super) fn stops(self) -> Vec<Finding> {
        self.findings().into_iter().filter(|finding| finding.severity == Severity::E).collect()
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
        let Some(version) = self.base.with_untracked(|base| base.as_ref().map(|base| base.version)) else { return };
        if self.is_dirty() {
            draft::keep(self.id, self.period, &Draft { version, typed: untrack(|| self.stated()) });
            self.filling.was_kept(true);
        } else {
            draft::drop(self.id, self.period);
            self.filling.was_kept(false);
        }
    }
}

/// The stored report of a view.
pub(super) fn stored(view: &ReportView) -> Option<&MonthlyReport> {
    view.facts.report(view.period)
}

/// Whether its project owner may still change it.
pub(super) fn is_open(view: &ReportView) -> bool {
    let status = stored(view).map(|report| report.status);
    matches!(status, None | Some(ReportStatus::Draft | ReportStatus::Returned))
}
