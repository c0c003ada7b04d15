//! A form of fields: what stands in one row, each under its name.

use super::{
    cells::{Cell, field},
    form::Form,
    told::why_id,
};
use crate::preferences::{language, say};
use anju_domain::{
    forms::{Head, Kind},
    language::Language,
    words::editing as words,
};
use leptos::prelude::*;

/// The fields. What is ticked stands together below what is written.
#[component]
pub(super) fn Fields(form: Form) -> impl IntoView {
    let language = language();
    let heads = (form.spec.heads)();
    let one = move |(column, head): (usize, Head)| {
        let cell = Cell::new(form, 0, column, head);
        let is_tick = matches!(head.kind, Kind::YesNo);
        let is_wide = matches!(head.kind, Kind::Lines);
        let name = move || {
            let name = head.name.get(language.get());
            match (head.kind.unit(), language.get()) {
                (Some(unit), Language::Zh) => format!("{name}（{unit}）"),
                (Some(unit), Language::En) => format!("{name} ({unit})"),
                (None, _) => name.to_owned(),
            }
        };
        let hint = match head.field {
            "baseline" => Some(words::BASELINE_HINT),
            "agreements" => Some(words::AGREEMENTS_HINT),
            _ => None,
        };
        let mark = head.is_required.then(|| view! { <span class="req" aria-hidden="true">"*"</span> });
        let error = move || {
            let found = form.reading.with(|reading| {
                let faults = reading.as_ref().map(|reading| reading.faults.as_slice()).unwrap_or_default();
                faults.iter().find(|fault| fault.column == column).map(|fault| fault.why.text(language.get()))
            })?;
            Some(view! { <p class="error" id=why_id(&cell.id())>{found}</p> })
        };
        view! {
            <div class="field" class:tick=is_tick class:wide=is_wide class:wrong=move || cell.is_fault.get()>
                <label for=cell.id()>{name}{mark}</label>
                {hint.map(|hint| view! { <small>{say(hint)}</small> })}
                {error}
                {field(cell, None)}
            </div>
        }
    };
    let (ticks, written): (Vec<_>, Vec<_>) =
        heads.into_iter().enumerate().partition(|(_, head)| matches!(head.kind, Kind::YesNo));
    view! {
        <div class="record">{written.into_iter().map(one).collect_view()}</div>
        <div class="record ticks">{ticks.into_iter().map(one).collect_view()}</div>
    }
    .into_any()
}
