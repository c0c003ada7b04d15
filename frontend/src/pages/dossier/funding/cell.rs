//! A cell of the sheet: to type in for the office, to read for everybody else.

use super::{
    faults::{Fault, cell_id, why_id},
    form::Form,
    notices::finding_id,
};
use crate::pages::dossier::editing::keys;
use anju_domain::exact::Money;
use leptos::prelude::*;

/// A cell to type in.
pub(super) fn input(form: Form, row: usize, column: usize, line: &str, name: String) -> impl IntoView + use<> {
    let line = line.to_owned();
    let value = {
        let line = line.clone();
        move || form.grid.with(|grid| grid.text(&line, column))
    };
    let is_fault = {
        let line = line.clone();
        Memo::new(move |_| {
            let at_fault = |fault: &Fault| fault.line == line && fault.column == column;
            form.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.faults.iter().any(at_fault)))
        })
    };
    let place = (line.clone(), column);
    let finding = Memo::new(move |_| form.marks.with(|marks| marks.cells.get(&place).copied()));
    let described = move || match (is_fault.get(), finding.get()) {
        (true, _) => Some(why_id(row, column)),
        (false, Some(number)) => Some(finding_id(number)),
        (false, None) => None,
    };
    let tidy = {
        let line = line.clone();
        move || {
            let text = form.grid.with_untracked(|grid| grid.text(&line, column));
            if let Ok(amount) = Money::parse_wan(&text)
                && amount.wan_exact() != text
            {
                form.type_in(&line, column, amount.wan_exact());
            }
        }
    };
    view! {
        <td class="in" class:wrong=move || is_fault.get() || finding.get().is_some()>
            <input
                id=cell_id(row, column)
                inputmode="decimal"
                autocomplete="off"
                aria-label=name
                aria-invalid=move || is_fault.get().then_some("true")
                aria-describedby=described
                prop:value=value
                on:input:target=move |event| form.type_in(&line, column, event.target().value())
                on:change=move |_| tidy()
                on:focus=move |event| keys::mark_all(&event)
                on:keydown=move |event| {
                    keys::walk(&event, row, column, usize::MAX, cell_id);
                }
            />
        </td>
    }
}

/// A cell to read.
pub(super) fn text(form: Form, column: usize, line: &str) -> impl IntoView + use<> {
    let line = line.to_owned();
    let place = (line.clone(), column);
    let marked = move || form.marks.with(|marks| marks.cells.contains_key(&place));
    view! { <td class="n" class:wrong=marked>{move || form.grid.with(|grid| grid.text(&line, column))}</td> }
}
