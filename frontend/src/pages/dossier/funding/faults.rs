//! What must be corrected before the form can be saved: cells that can't be read, and what their fund demands.

use super::{
    form::Form,
    grid::{CellFault, Grid},
    labels,
};
use crate::{browser, parts::error_summary::ERROR_SUMMARY, preferences::language};
use anju_domain::{
    acts::malformed_commitments,
    language::Language,
    model::{Dossier, FundingCommitment},
    rules,
    words::{fill, funding as words},
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
    format!("amount-{row}-{column}-why")
}

/// A fault with the place of its cell and in full words.
struct Worded {
    row: usize,
    column: usize,
    text: String,
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
            Some(Worded { row, column: fault.column, text: format!("{name}{colon}{}", fault.why) })
        })
        .collect()
}

/// The summary on top, after a save that could not be: each error leads to its cell.
#[component]
pub(super) fn FaultSummary(form: Form) -> impl IntoView {
    let language = language();
    let entry = |fault: Worded| {
        let id = cell_id(fault.row, fault.column);
        let target = id.clone();
        let lead = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(&target);
        };
        view! { <li><a href=format!("#{id}") on:click=lead>{fault.text}</a></li> }
    };
    move || {
        let language = language.get();
        let faults = if form.summary.get() { worded(form, language) } else { Vec::new() };
        (!faults.is_empty()).then(|| {
            view! {
                <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                    <h2>{fill(words::FAULTS, language, &[("n", &faults.len().to_string())])}</h2>
                    <p>{words::FAULTS_DETAIL.get(language)}</p>
                    <ul>{faults.into_iter().map(entry).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What is wrong, under the table, in the very words of the summary; the cells point here.
#[component]
pub(super) fn FaultList(form: Form) -> impl IntoView {
    let language = language();
    move || {
        let faults = worded(form, language.get());
        (!faults.is_empty()).then(|| {
            let entry =
                |fault: Worded| view! { <li class="error" id=why_id(fault.row, fault.column)>{fault.text}</li> };
            view! { <ul class="cell-faults">{faults.into_iter().map(entry).collect_view()}</ul> }
        })
    }
}
