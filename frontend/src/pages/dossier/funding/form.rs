//! The state of the form: what is saved, what is typed on top of it, and what follows from both.
//!
//! Only the grid and what it was made of are kept; everything else is derived. Longer than other files, because all
//! that changes the two stands together.

use super::{
    super::context::{DossierContext, dossier},
    draft,
    edits::{Edit, added, conflicts, edits, rebased},
    faults::faults,
    grid::{Grid, SourceColumn},
    marks::{Marks, marks},
    state::{Base, Notice, Reading, read, told},
};
use crate::pages::dossier::editing::told::clock;
use crate::{ids::new_id, one_key::OneKey, preferences::language, session::session, title};
use anju_domain::model::{Dossier, FundingCommitment, Role};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// A draft is written so long after the first key.
const KEEP_AFTER: Duration = Duration::from_millis(800);

/// The form.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) context: DossierContext,
    /// Whether who is signed in may change the money: the office alone.
    pub(super) can_edit: bool,
    pub(super) base: RwSignal<Option<Arc<Base>>>,
    pub(super) grid: RwSignal<Grid>,
    pub(super) reading: Memo<Option<Reading>>,
    pub(super) edits: Memo<Vec<Edit>>,
    pub(super) added: Memo<Vec<SourceColumn>>,
    /// Whether the grid differs from what it was made of.
    pub(super) dirty: Memo<bool>,
    /// Whether somebody else has saved since.
    pub(super) stale: Memo<bool>,
    pub(super) marks: Memo<Marks>,
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
    /// The form of the dossier of the page.
    pub(super) fn new() -> Self {
        let context = dossier();
        let base = RwSignal::new(None::<Arc<Base>>);
        let grid = RwSignal::new(Grid::default());
        let language = language();
        let reading = Memo::new(move |_| {
            let saved = context.saved.get()?;
            Some(read(&saved, &grid.read(), |typed, stated, unread| {
                faults(typed, stated, unread, &grid.read(), language.get())
            }))
        });
        let edits = Memo::new(move |_| {
            base.with(|base| base.as_ref().map(|base| edits(&base.grid, &grid.read())).unwrap_or_default())
        });
        let added = Memo::new(move |_| {
            base.with(|base| base.as_ref().map(|base| added(&base.grid, &grid.read())).unwrap_or_default())
        });
        let dirty = Memo::new(move |_| !edits.read().is_empty() || !added.read().is_empty());
        let stale = Memo::new(move |_| {
            let saved = context.saved.get().map(|saved| saved.project_community.version);
            let mine = base.with(|base| base.as_ref().map(|base| base.version));
            matches!((saved, mine), (Some(saved), Some(mine)) if saved > mine)
        });
        let marks = Memo::new(move |_| {
            let found = context.findings();
            let Some(reading) = reading.get() else { return Marks::default() };
            let entry = &reading.dossier.project_community;
            marks(&found, &entry.lines, &entry.commitments, &grid.read())
        });
        let form = Self {
            context,
            can_edit: session().role() == Some(Role::Office),
            base,
            grid,
            reading,
            edits,
            added,
            dirty,
            stale,
            marks,
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

    /// Follows what is saved, tells the page what is typed, keeps the draft.
    fn connect(self) {
        Effect::new(move || {
            if let Some(saved) = self.context.saved.get() {
                self.follow(&saved);
            }
        });
        Effect::new(move || {
            let typed = if self.dirty.get() { self.reading.get().map(|reading| reading.dossier) } else { None };
            self.context.typed.set(typed);
        });
        let error_mark = title::error_mark();
        Effect::new(move || {
            let has =
                self.summary.get() && self.reading.read().as_ref().is_some_and(|reading| !reading.faults.is_empty());
            error_mark.set(has);
            if !has && self.summary.get_untracked() {
                self.summary.set(false);
            }
        });
        on_cleanup(move || {
            self.keep_draft();
            self.context.typed.try_set(None);
        });
    }

    /// Takes what is saved, unless something was typed on top of what was saved before.
    fn follow(self, saved: &Dossier) {
        let now = Base::of(saved);
        let same_object = self.base.with_untracked(|base| base.as_ref().is_some_and(|base| base.id == now.id));
        if !same_object {
            if let Some(found) = draft::kept(now.id).filter(|_| self.can_edit) {
                let base = Base::new(now.id, found.version, found.base);
                self.base.set(Some(Arc::new(base)));
                self.grid.set(found.grid);
                self.notice.set(Some(Notice::Restored));
                return;
            }
        } else if self.dirty.get_untracked() {
            return;
        }
        self.take(now);
    }

    /// Shows this saved state with nothing typed on top.
    pub(super) fn take(self, base: Base) {
        self.grid.set(base.grid.clone());
        self.base.set(Some(Arc::new(base)));
        self.kept_at.set(None);
    }

    /// Takes what was typed into a cell.
    pub(super) fn type_in(self, line: &str, column: usize, text: String) {
        self.grid.update(|grid| *grid = std::mem::take(grid).with_text(line, column, text, new_id()));
        self.touched();
    }

    /// Adds a source, and tells where it stands.
    pub(super) fn add(self, column: SourceColumn) -> usize {
        let mut place = 0;
        self.grid.update(|grid| (*grid, place) = std::mem::take(grid).with_column(column));
        self.touched();
        place
    }

    /// Puts pasted commitments into the cells of their lines and sources.
    pub(super) fn take_in(self, commitments: &[FundingCommitment]) {
        self.grid.update(|grid| {
            *grid = commitments.iter().fold(std::mem::take(grid), |grid, one| grid.with_commitment(one, new_id()));
        });
        self.touched();
    }

    fn touched(self) {
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| told(notice).is_some())) {
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
        let (Some(Some(base)), Some(grid)) = (self.base.try_get_untracked(), self.grid.try_get_untracked()) else {
            return;
        };
        match self.dirty.try_get_untracked() {
            Some(true) => {
                draft::keep(base.id, base.version, &base.commitments, &grid);
                self.kept_at.try_set(Some(clock()));
            }
            Some(false) => {
                draft::drop(base.id);
                self.kept_at.try_set(None);
            }
            None => {}
        }
    }

    /// Drops what was typed; the notice keeps it until the next key.
    pub(super) fn discard(self) {
        let Some(saved) = self.context.saved.get_untracked() else { return };
        let dropped = self.grid.get_untracked();
        draft::drop(saved.project_community.id);
        self.summary.set(false);
        self.take(Base::of(&saved));
        self.notice.set(Some(Notice::Discarded(dropped)));
    }

    /// Takes back what was dropped.
    pub(super) fn take_back(self, grid: Grid) {
        self.grid.set(grid);
        self.touched();
    }

    /// Puts the changed cells on top of what is saved now.
    pub(super) fn rebase(self) {
        let (Some(saved), Some(base)) = (self.context.saved.get_untracked(), self.base.get_untracked()) else { return };
        let newest = Base::of(&saved);
        let grid = rebased(&base.grid, &self.grid.read_untracked(), &newest.commitments, new_id);
        self.base.set(Some(Arc::new(newest)));
        self.grid.set(grid);
        self.touched();
        self.notice.set(Some(Notice::Rebased));
    }

    /// The changed cells in which somebody else has saved something else.
    pub(super) fn conflicts(self) -> Vec<(Edit, String)> {
        let (Some(saved), Some(base)) = (self.context.saved.get(), self.base.get()) else { return Vec::new() };
        conflicts(&base.grid, &self.grid.read(), &Grid::of(&saved.project_community.commitments))
    }
}
