//! What the form is made of: the saved state under it, what it states, what is told about it.

use super::{
    faults::Fault,
    grid::{CellFault, Grid},
};
use crate::client::Failure;
use anju_domain::{
    language::Text,
    model::{Dossier, FundingCommitment, ProjectCommunity},
    words::funding as words,
};
use std::sync::Arc;
use uuid::Uuid;

/// What the grid was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) commitments: Vec<FundingCommitment>,
    pub(super) grid: Grid,
}

impl Base {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let entry = &dossier.project_community;
        Self::new(entry.id, entry.version, entry.commitments.clone())
    }

    pub(super) fn new(id: Uuid, version: i64, commitments: Vec<FundingCommitment>) -> Self {
        Self { id, version, grid: Grid::of(&commitments), commitments }
    }
}

/// What is told above the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    Saved,
    Restored,
    /// The changes were dropped; they can be taken back.
    Discarded(Grid),
    Rebased,
    Failed(Failure),
}

/// What the grid states.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// The dossier with the money as typed, as far as it can be read.
    pub(super) dossier: Arc<Dossier>,
    /// What must be corrected before saving.
    pub(super) faults: Vec<Fault>,
}

/// What a grid states on a saved dossier.
pub(super) fn read(
    saved: &Dossier,
    grid: &Grid,
    faults: impl Fn(&Dossier, &[FundingCommitment], Vec<CellFault>) -> Vec<Fault>,
) -> Reading {
    let (stated, unread) = grid.commitments(&saved.project_community.lines);
    let typed = Dossier {
        project_community: ProjectCommunity { commitments: stated, ..saved.project_community.clone() },
        ..saved.clone()
    };
    let faults = faults(&typed, &typed.project_community.commitments, unread);
    Reading { dossier: Arc::new(typed), faults }
}

/// What a notice says in one line; a failure says more.
pub(super) const fn told(notice: &Notice) -> Option<Text> {
    match notice {
        Notice::Saved => Some(words::SAVED),
        Notice::Restored => Some(words::RESTORED),
        Notice::Discarded(_) => Some(words::DISCARDED),
        Notice::Rebased => Some(words::REBASED),
        Notice::Failed(_) => None,
    }
}
