//! What a form is of: its columns, how its cells are made of a dossier and read, how it is saved. Functions alone, so that
//! one form is compiled once for all of them.

use crate::client::{Client, Failure, Options};
use anju_domain::{
    api::Saved,
    forms::{self, Fault, Head, Sheet},
    language::{Language, Text},
    model::Dossier,
    paste::{self, Pasted},
};
use chrono::NaiveDate;
use std::{future::Future, pin::Pin, sync::Arc};

/// The cells of a table, row by row.
pub(crate) type Cells = Vec<Vec<String>>;
/// An answer that is on its way.
pub(super) type Sending = Pin<Box<dyn Future<Output = Result<Saved, Failure>>>>;

/// Enters the cells that were pasted into those that are there; none where the block had no such column.
type Merging = fn(&[Vec<String>], &[Vec<Option<String>>]) -> Cells;

/// What a form is of.
pub(crate) struct Spec {
    /// In identities of elements and drafts.
    pub(super) name: &'static str,
    pub(super) title: Text,
    /// Whether it has rows; else it is fields.
    pub(super) is_list: bool,
    pub(super) heads: fn() -> Vec<Head>,
    pub(super) texts: fn(&Dossier) -> Cells,
    pub(super) fresh: fn() -> Vec<String>,
    pub(super) read: fn(&Dossier, &[Vec<String>], NaiveDate) -> Reading,
    pub(super) paste: fn(&Dossier, &[Vec<String>], NaiveDate) -> Pasted,
    pub(super) merge: Merging,
    /// By which text a row is known.
    pub(super) key: fn(&[String]) -> String,
    /// What people call a row.
    pub(super) label: fn(&[String], Language) -> String,
    /// The version of what is saved.
    pub(super) version: fn(&Dossier) -> i64,
    /// The dossier with another version of it.
    pub(super) with_version: fn(Dossier, i64) -> Dossier,
    /// The list of what is saved, for the key of a request.
    pub(super) content: fn(&Dossier) -> String,
    pub(super) send: fn(Client, &Dossier, Options) -> Sending,
}

/// What the cells state.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// The dossier as it would be saved, as far as the cells can be read.
    pub(super) dossier: Arc<Dossier>,
    /// What must be corrected first.
    pub(super) faults: Vec<Fault>,
}

pub(super) fn heads<S: Sheet>() -> Vec<Head> {
    S::columns().iter().map(|column| column.head).collect()
}

pub(super) fn read<S: Sheet>(saved: &Dossier, cells: &[Vec<String>], today: NaiveDate) -> Reading {
    let stated = forms::read::<S>(saved, cells, today);
    Reading { dossier: Arc::new(stated.dossier), faults: stated.faults }
}

pub(crate) fn pasted<S: Sheet>(saved: &Dossier, block: &[Vec<String>], today: NaiveDate) -> Pasted {
    paste::read::<S>(saved, block, today)
}

/// The first cell of a row.
pub(super) fn first(row: &[String]) -> String {
    row.first().map(|text| text.trim().to_owned()).unwrap_or_default()
}
