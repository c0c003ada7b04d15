//! What must be corrected before the form can be saved: cells that can't be read, and what their fund demands.

use super::{
    form::Form,
    grid::{CellFault, Grid},
    labels,
};
use crate::{
    pages::dossier::editing::told::{self, Worded},
    preferences::language,
};
use anju_domain::{
    acts::malformed_commitments,
    language::Language,
    model::{Dossier, FundingCommitment},
    rules,
};
use leptos::prelude::*;

/// A cell that must be corrected, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: String,
    pub(super) column: usize,
    pub(super) why: String,
}

/// The faults of a grid, row by row; one a cell.
pub(super) fn faults(
    typed: &Dossier,
    stated: &[FundingCommitment],
    unread: Vec<CellFault>,
    grid: &Grid,
    language: Language,
) -> Vec<Fault> {
    let lines = &typed.project_community.lines;
    let mut found: Vec<Fault> = unread
        .into_iter()
        .map(|fault| Fault { line: fault.line, column: fault.column, why: fault.error.text(language).to_owned() })
        .collect();
    for finding in malformed_commitments(lines, stated) {
        let index = finding.path.split('/').nth(1).and_then(|segment| segment.parse::<usize>().ok());
        let place = index.and_then(|index| stated.get(index)).and_then(|commitment| grid.place_of(commitment.id));
        if let Some((line, column)) = place {
            found.push(Fault { line, column, why: rules::message(&finding, language) });
        }
    }
    let row = |id: &str| lines.iter().position(|line| line.id == id);
    found.sort_by_key(|fault| (row(&fault.line), fault.column));
    found.dedup_by(|a, b| (&a.line, a.column) == (&b.line, b.column));
    found
}

/// The id of a cell's input.
pub(super) fn cell_id(row: usize, column: usize) -> String {
    format!("amount-{row}-{column}")
}

/// The id of what is wrong with a cell.
pub(super) fn why_id(row: usize, column: usize) -> String {
    told::why_id(&cell_id(row, column))
}

fn worded(form: Form, language: Language) -> Vec<Worded> {
    let Some(reading) = form.reading.get() else { return Vec::new() };
    let entry = &reading.dossier.project_community;
    let lines = labels::lines(&entry.lines, language);
    let sources = labels::sources(&form.grid.read().columns, language);
    let colon = if language == Language::Zh { "：" } else { ": " };
    reading
        .faults
        .iter()
        .filter_map(|fault| {
            let row = entry.lines.iter().position(|line| line.id == fault.line)?;
            let name = labels::cell(&lines.get(row)?.name, &sources.get(fault.column)?.name, language);
            Some(Worded { id: cell_id(row, fault.column), text: format!("{name}{colon}{}", fault.why) })
        })
        .collect()
}

/// The summary on top, after a save that could not be: each error leads to its cell.
#[component]
pub(super) fn FaultSummary(form: Form) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        form.summary.get().then(|| told::summary(worded(form, language), language))
    }
}

/// What is wrong, under the table, in the very words of the summary; the cells point here.
#[component]
pub(super) fn FaultList(form: Form) -> impl IntoView {
    let language = language();
    move || told::list(worded(form, language.get()))
}
