//! A form of rows: a sheet whose first column says what a row is, with head and first column in sight.

use super::{
    cells::{Cell, field},
    faults::cell_id,
    form::Form,
};
use crate::{
    browser,
    preferences::{language, say},
};
use anju_domain::{
    forms::{Head, Kind},
    language::Language,
    words::{editing as words, fill},
};
use leptos::prelude::*;

/// The sheet. A block that is pasted into a cell opens the dialog for it instead.
#[component]
pub(super) fn SheetForm(form: Form, #[prop(into)] block: Callback<String>) -> impl IntoView {
    let language = language();
    let rows = Memo::new(move |_| form.cells.with(Vec::len));
    let paste = move |event: web_sys::Event| {
        if let Some(text) = pasted_text(&event).filter(|text| text.trim_end().contains(['\t', '\n'])) {
            event.prevent_default();
            block.run(text);
        }
    };
    let add = move |_| {
        let row = form.add_row();
        let id = cell_id(form, row, 0);
        request_animation_frame(move || browser::focus(&id));
    };
    view! {
        <div
            class="scroll sheet-box"
            id=format!("{}-sheet", form.spec.name)
            tabindex="0"
            role="region"
            aria-label=say(form.spec.title)
            on:paste=move |event| paste(event.into())
        >
            {move || table(form, rows.get(), language.get())}
        </div>
        <div class="bar">
            <button class="btn" type="button" on:click=add>{say(words::ADD_ROW)}</button>
            <small>{say(words::KEYS)}</small>
        </div>
    }
    .into_any()
}

/// The text of a paste.
fn pasted_text(event: &web_sys::Event) -> Option<String> {
    let get = |target: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(target, &name.into()).ok();
    let data = get(event, "clipboardData")?;
    let read: js_sys::Function = get(&data, "getData")?.into();
    read.call1(&data, &"text/plain".into()).ok()?.as_string()
}

fn table(form: Form, rows: usize, language: Language) -> impl IntoView + use<> {
    let heads = (form.spec.heads)();
    let head = |head: &Head| {
        let mark = head.is_required.then(|| view! { <span class="req" aria-hidden="true">"*"</span> });
        let name = head.name.get(language);
        let unit = head.kind.unit();
        view! { <th scope="col" class:n=matches!(head.kind, Kind::Number(_))>{name}{mark}<small>{unit}</small></th> }
    };
    let empty = (rows == 0).then(|| {
        view! { <tr><td colspan=(heads.len() + 2).to_string()>{words::NO_ROWS.get(language)}</td></tr> }
    });
    view! {
        <table class="ledger funding cells">
            <thead>
                <tr>
                    <th scope="col" class="fill">{words::ROW.get(language)}</th>
                    {heads.iter().map(head).collect_view()}
                    <th scope="col"><span class="sr">{words::REMOVE.get(language)}</span></th>
                </tr>
            </thead>
            <tbody>
                {(0..rows).map(|row| body_row(form, row, &heads, language)).collect_view()}
                {empty}
            </tbody>
        </table>
    }
}

fn body_row(form: Form, row: usize, heads: &[Head], language: Language) -> impl IntoView + use<> {
    let number = (row + 1).to_string();
    let label = {
        let number = number.clone();
        Memo::new(move |_| {
            let label = form.cells.with(|cells| cells.get(row).map(|cells| (form.spec.label)(cells, language)));
            label.filter(|label| !label.trim().is_empty()).unwrap_or_else(|| number.clone())
        })
    };
    let cells = heads.iter().enumerate().map(|(column, head)| {
        let cell = Cell::new(form, row, column, *head);
        let name = fill(words::CELL, language, &[("row", &number), ("column", head.name.get(language))]);
        let is_wide = matches!(head.kind, Kind::Text | Kind::Choice(_) | Kind::ChoiceOrNone(_) | Kind::Date);
        view! {
            <td class="in" class:wide=is_wide class:tick=matches!(head.kind, Kind::YesNo) class:wrong=move || cell.is_fault.get()>
                {field(cell, Some(name))}
            </td>
        }
    });
    let remove = fill(words::REMOVE_ROW, language, &[("row", &number)]);
    let is_fault = move || {
        form.reading.with(|reading| {
            reading.as_ref().is_some_and(|reading| reading.faults.iter().any(|fault| fault.row == Some(row)))
        })
    };
    view! {
        <tr class:line=is_fault>
            <th scope="row" class="fill">{move || label.get()}</th>
            {cells.collect_view()}
            <td>
                <button class="link" type="button" aria-label=remove on:click=move |_| form.remove_row(row)>
                    {words::REMOVE.get(language)}
                </button>
            </td>
        </tr>
    }
}
