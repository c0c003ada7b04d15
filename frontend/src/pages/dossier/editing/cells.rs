//! A cell to type in, by what it is made of.

use super::{faults::cell_id, form::Form, keys, told::why_id};
use crate::{browser, preferences::language};
use anju_domain::forms::{Head, Kind};
use leptos::prelude::*;

/// What a cell shows and knows of itself.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) form: Form,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) head: Head,
    pub(super) text: Memo<String>,
    pub(super) is_fault: Memo<bool>,
}

impl Cell {
    pub(super) fn new(form: Form, row: usize, column: usize, head: Head) -> Self {
        let text = Memo::new(move |_| {
            form.cells.with(|cells| cells.get(row).and_then(|row| row.get(column)).cloned().unwrap_or_default())
        });
        let is_fault = Memo::new(move |_| {
            let here = |fault: &anju_domain::forms::Fault| (fault.row, fault.column) == (Some(row), column);
            form.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.faults.iter().any(here)))
        });
        Self { form, row, column, head, text, is_fault }
    }

    pub(super) fn id(self) -> String {
        cell_id(self.form, self.row, self.column)
    }

    pub(super) fn described(self) -> Option<String> {
        self.is_fault.get().then(|| why_id(&self.id()))
    }

    pub(super) fn type_in(self, text: String) {
        self.form.type_in(self.row, self.column, text);
    }
}

/// The field of a cell. In a sheet its keys move between cells; `name` is what screen readers call it there.
pub(super) fn field(cell: Cell, name: Option<String>) -> AnyView {
    let in_sheet = name.is_some();
    let walk = move |event: leptos::ev::KeyboardEvent| {
        if in_sheet {
            let rows = cell.form.cells.with_untracked(Vec::len);
            let id = |row, column| cell_id(cell.form, row, column);
            if keys::walk(&event, cell.row, cell.column, rows, id).is_some() {
                let row = cell.form.add_row();
                let id = cell_id(cell.form, row, cell.column);
                request_animation_frame(move || browser::focus(&id));
            }
        }
    };
    let invalid = move || cell.is_fault.get().then_some("true");
    match cell.head.kind {
        Kind::YesNo => view! {
            <input
                id=cell.id()
                type="checkbox"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=move || cell.described()
                prop:checked=move || matches!(cell.text.get().trim(), "是" | "1" | "√" | "Y" | "y")
                on:change:target=move |event| cell.type_in(if event.target().checked() { "是" } else { "否" }.to_owned())
                on:keydown=walk
            />
        }
        .into_any(),
        Kind::Choice(list) => choice(cell, name, list(), !cell.head.is_required, walk),
        Kind::ChoiceOrNone(list) => choice(cell, name, list(), true, walk),
        Kind::Lines => view! {
            <textarea
                id=cell.id()
                rows="4"
                aria-label=name
                aria-invalid=invalid
                aria-describedby=move || cell.described()
                prop:value=move || cell.text.get()
                on:input:target=move |event| cell.type_in(event.target().value())
            ></textarea>
        }
        .into_any(),
        kind => {
            let is_date = matches!(kind, Kind::Date) && !in_sheet;
            view! {
                <input
                    id=cell.id()
                    type=if is_date { "date" } else { "text" }
                    class:n=matches!(kind, Kind::Number(_))
                    inputmode=matches!(kind, Kind::Number(_)).then_some("decimal")
                    placeholder=(matches!(kind, Kind::Date) && in_sheet).then_some("2000-12-31")
                    autocomplete="off"
                    aria-label=name
                    aria-invalid=invalid
                    aria-describedby=move || cell.described()
                    prop:value=move || cell.text.get()
                    on:input:target=move |event| cell.type_in(event.target().value())
                    on:focus=move |event| if in_sheet { keys::mark_all(&event) }
                    on:keydown=walk
                />
            }
            .into_any()
        }
    }
}

/// A list to choose from; what was pasted and is none of it stays visible.
fn choice(
    cell: Cell,
    name: Option<String>,
    list: Vec<(&'static str, anju_domain::language::Text)>,
    with_none: bool,
    walk: impl Fn(leptos::ev::KeyboardEvent) + 'static,
) -> AnyView {
    let language = language();
    let codes: Vec<&'static str> = list.iter().map(|(code, _)| *code).collect();
    let has_code = |code: &str| code.is_ascii() && code.len() == 3;
    let option = move |(code, text): (&'static str, anju_domain::language::Text)| {
        let shown = move || {
            let text = text.get(language.get());
            if has_code(code) && code != text { format!("{code} {text}") } else { text.to_owned() }
        };
        view! { <option value=code prop:selected=move || cell.text.get() == code>{shown}</option> }
    };
    let blank = with_none || cell.text.get_untracked().is_empty();
    let other = move || {
        let text = cell.text.get();
        let is_other = !text.is_empty() && !codes.contains(&text.as_str());
        is_other.then(|| view! { <option value=text.clone() selected>{text.clone()}</option> })
    };
    view! {
        <select
            id=cell.id()
            aria-label=name
            aria-invalid=move || cell.is_fault.get().then_some("true")
            aria-describedby=move || cell.described()
            on:change:target=move |event| cell.type_in(event.target().value())
            on:keydown=walk
        >
            {blank.then(|| view! { <option value="" prop:selected=move || cell.text.get().is_empty()></option> })}
            {list.into_iter().map(option).collect_view()}
            {other}
        </select>
    }
    .into_any()
}
