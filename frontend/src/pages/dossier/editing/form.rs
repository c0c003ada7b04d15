//! The state of a form: what is saved, the cells on top of it, and what follows from both.
//!
//! Only the cells and what they were made of are kept; everything else is derived.

use super::{
    super::context::{DossierContext, dossier, today},
    draft::{self, Draft},
    edits::{Edit, Edits, edits},
    spec::{Cells, Reading, Spec},
};
use crate::{client::Failure, one_key::OneKey, session::session, title};
use anju_domain::model::{Dossier, Role};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// A draft is written so long after the first key.
const KEEP_AFTER: Duration = Duration::from_millis(800);

/// What the cells were made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) cells: Cells,
}

/// What is told under the form.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    Saved,
    Restored,
    /// The changes were dropped; they can be taken back.
    Discarded(Cells),
    Rebased,
    /// So many rows came in.
    Pasted(usize),
    Failed(Failure),
}

/// A form.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) spec: &'static Spec,
    pub(super) context: DossierContext,
    /// Whether who is signed in may change it: the office alone.
    pub(super) can_edit: bool,
    /// Whether it is open for typing.
    pub(super) open: RwSignal<bool>,
    pub(super) base: RwSignal<Option<Arc<Base>>>,
    pub(super) cells: RwSignal<Cells>,
    pub(super) reading: Memo<Option<Reading>>,
    pub(super) edits: Memo<Edits>,
    /// Whether somebody else has saved since.
    pub(super) stale: Memo<bool>,
    /// Whether saving was tried with faults: then their summary stands until they are gone.
    pub(super) summary: RwSignal<bool>,
    pub(super) notice: RwSignal<Option<Notice>>,
    pub(super) busy: RwSignal<bool>,
    /// When the draft was written, on the clock of the device.
    pub(super) kept_at: RwSignal<Option<String>>,
    pub(super) key: OneKey,
    waiting: StoredValue<bool>,
}

impl Form {
    /// A form of the dossier of the page.
    pub(super) fn new(spec: &'static Spec) -> Self {
        let context = dossier();
        let base = RwSignal::new(None::<Arc<Base>>);
        let cells = RwSignal::new(Cells::new());
        let open = RwSignal::new(false);
        let reading = Memo::new(move |_| {
            let saved = context.saved.get()?;
            open.get().then(|| (spec.read)(&saved, &cells.read(), today()))
        });
        let edits = Memo::new(move |_| {
            // A new row in which nothing was entered is no change.
            let fresh = (spec.fresh)();
            let entered: Cells = cells.read().iter().filter(|row| **row != fresh).cloned().collect();
            base.with(|base| base.as_ref().map(|base| edits(&base.cells, &entered, spec.key)).unwrap_or_default())
        });
        let stale = Memo::new(move |_| {
            let saved = context.saved.get().map(|saved| (spec.version)(&saved));
            let mine = base.with(|base| base.as_ref().map(|base| base.version));
            matches!((saved, mine), (Some(saved), Some(mine)) if saved > mine)
        });
        let form = Self {
            spec,
            context,
            can_edit: session().role() == Some(Role::Office),
            open,
            base,
            cells,
            reading,
            edits,
            stale,
            summary: RwSignal::new(false),
            notice: RwSignal::new(None),
            busy: RwSignal::new(false),
            kept_at: RwSignal::new(None),
            key: OneKey::new(),
            waiting: StoredValue::new(false),
        };
        form.connect();
        form
    }

    /// Whether the cells differ from what they were made of.
    pub(super) fn is_dirty(self) -> bool {
        !self.edits.read().is_empty()
    }

    /// Follows what is saved, tells the page what is typed, keeps the draft.
    fn connect(self) {
        Effect::new(move || {
            if let Some(saved) = self.context.saved.get() {
                self.follow(&saved);
            }
        });
        let told = StoredValue::new(false);
        Effect::new(move || {
            let typed = if self.is_dirty() { self.reading.get().map(|reading| reading.dossier) } else { None };
            // Another form of the page may be the one that is typed in.
            if typed.is_some() || told.get_value() {
                told.set_value(typed.is_some());
                self.context.typed.set(typed);
            }
        });
        let error_mark = title::error_mark();
        Effect::new(move |before: Option<bool>| {
            let has_faults = self.reading.read().as_ref().is_some_and(|reading| !reading.faults.is_empty());
            let has = self.summary.get() && has_faults;
            if has || before == Some(true) {
                error_mark.set(has);
            }
            if !has && self.summary.get_untracked() {
                self.summary.set(false);
            }
            has
        });
        on_cleanup(move || {
            self.keep_draft();
            if told.try_get_value() == Some(true) {
                self.context.typed.try_set(None);
            }
        });
    }

    fn base_of(self, saved: &Dossier) -> Base {
        Base { id: saved.project_community.id, version: (self.spec.version)(saved), cells: (self.spec.texts)(saved) }
    }

    /// Takes what is saved, unless something was typed on top of what was saved before.
    fn follow(self, saved: &Dossier) {
        let now = self.base_of(saved);
        let same_object = self.base.with_untracked(|base| base.as_ref().is_some_and(|base| base.id == now.id));
        if !same_object {
            if let Some(found) = draft::kept(self.spec, now.id).filter(|_| self.can_edit) {
                self.base.set(Some(Arc::new(Base { id: now.id, version: found.version, cells: found.base })));
                self.cells.set(found.cells);
                self.notice.set(Some(Notice::Restored));
                self.open.set(true);
                return;
            }
        } else if !self.edits.with_untracked(Edits::is_empty) {
            return;
        }
        self.take(now);
    }

    /// Shows this saved state with nothing typed on top.
    pub(super) fn take(self, base: Base) {
        self.cells.set(base.cells.clone());
        self.base.set(Some(Arc::new(base)));
        self.kept_at.set(None);
    }

    /// Takes what was typed into a cell.
    pub(super) fn type_in(self, row: usize, column: usize, text: String) {
        self.cells.update(|cells| {
            if let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = text;
            }
        });
        self.touched();
    }

    /// Adds an empty row; tells where it stands.
    pub(super) fn add_row(self) -> usize {
        self.cells.update(|cells| cells.push((self.spec.fresh)()));
        self.touched();
        self.cells.with_untracked(Vec::len).saturating_sub(1)
    }

    /// Takes a row away; discarding brings it back.
    pub(super) fn remove_row(self, row: usize) {
        self.cells.update(|cells| {
            if row < cells.len() {
                cells.remove(row);
            }
        });
        self.touched();
    }

    /// Puts pasted rows on top of those that stand there.
    pub(super) fn take_in(self, rows: &[Vec<Option<String>>]) {
        self.cells.update(|cells| *cells = (self.spec.merge)(cells, rows));
        self.touched();
        self.notice.set(Some(Notice::Pasted(rows.len())));
    }

    fn touched(self) {
        if self.notice.with_untracked(|notice| !matches!(notice, None | Some(Notice::Failed(_)))) {
            self.notice.set(None);
        }
        if !self.waiting.get_value() {
            self.waiting.set_value(true);
            set_timeout(move || self.keep_draft(), KEEP_AFTER);
        }
    }

    /// Writes the draft, or drops it when nothing differs from what is saved.
    pub(super) fn keep_draft(self) {
        if self.waiting.try_set_value(false).is_some() || !self.can_edit {
            return;
        }
        let (Some(Some(base)), Some(cells)) = (self.base.try_get_untracked(), self.cells.try_get_untracked()) else {
            return;
        };
        match self.edits.try_with_untracked(Edits::is_empty) {
            Some(false) => {
                let draft = Draft { version: base.version, base: base.cells.clone(), cells };
                draft::keep(self.spec, base.id, &draft);
                self.kept_at.try_set(Some(super::told::clock()));
            }
            Some(true) => {
                draft::drop(self.spec, base.id);
                self.kept_at.try_set(None);
            }
            None => {}
        }
    }

    /// Drops what was typed; the notice keeps it until the next key.
    pub(super) fn discard(self) {
        let Some(saved) = self.context.saved.get_untracked() else { return };
        let dropped = self.cells.get_untracked();
        draft::drop(self.spec, saved.project_community.id);
        self.summary.set(false);
        self.take(self.base_of(&saved));
        self.notice.set(Some(Notice::Discarded(dropped)));
    }

    /// Takes back what was dropped.
    pub(super) fn take_back(self, cells: Cells) {
        self.cells.set(cells);
        self.touched();
    }

    /// Puts the changes on top of what is saved now.
    pub(super) fn rebase(self) {
        let Some(saved) = self.context.saved.get_untracked() else { return };
        let newest = self.base_of(&saved);
        let cells = self.edits.with_untracked(|edits| edits.onto(&newest.cells, self.spec.key));
        self.base.set(Some(Arc::new(newest)));
        self.cells.set(cells);
        self.touched();
        self.notice.set(Some(Notice::Rebased));
    }

    /// The changed cells in which somebody else has saved something else.
    pub(super) fn conflicts(self) -> Vec<(Edit, String)> {
        let Some(saved) = self.context.saved.get() else { return Vec::new() };
        self.edits.with(|edits| edits.conflicts(&(self.spec.texts)(&saved), self.spec.key))
    }
}
