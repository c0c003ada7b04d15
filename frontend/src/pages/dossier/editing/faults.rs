//! What must be corrected before a form can be saved, in words and at its cells.

use super::{
    form::Form,
    told::{self, Worded},
};
use crate::preferences::language;
use anju_domain::{
    language::Language,
    words::{editing as words, fill},
};
use leptos::prelude::*;

/// The id of a cell.
pub(super) fn cell_id(form: Form, row: usize, column: usize) -> String {
    format!("{}-{row}-{column}", form.spec.name)
}

fn worded(form: Form, language: Language) -> Vec<Worded> {
    let Some(reading) = form.reading.get() else { return Vec::new() };
    let heads = (form.spec.heads)();
    let colon = if language == Language::Zh { "：" } else { ": " };
    reading
        .faults
        .iter()
        .map(|fault| {
            let why = fault.why.text(language);
            let Some(row) = fault.row else { return Worded { id: format!("{}-sheet", form.spec.name), text: why } };
            let head = heads.get(fault.column).map_or("", |head| head.name.get(language));
            let text = if form.spec.is_list {
                let number = (row + 1).to_string();
                fill(words::CELL, language, &[("row", &number), ("column", head)]) + colon + &why
            } else {
                format!("{head}{colon}{why}")
            };
            Worded { id: cell_id(form, row, fault.column), text }
        })
        .collect()
}

/// The summary on top, after a save that could not be.
#[component]
pub(super) fn FaultSummary(form: Form) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        form.summary.get().then(|| told::summary(worded(form, language), language))
    }
}

/// What is wrong, under the form; the cells point here.
#[component]
pub(super) fn FaultList(form: Form) -> impl IntoView {
    let language = language();
    move || told::list(worded(form, language.get()))
}
