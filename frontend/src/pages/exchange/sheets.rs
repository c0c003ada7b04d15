//! What comes of each sheet of a file, and of its rows.

use super::outcome::counted;
use crate::preferences::{language, say};
use anju_domain::{
    api::{ImportView, RowView, SHOWN},
    language::Language,
    words::{fill, imports as words},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The sheets with their counts.
#[component]
pub(super) fn Sheets(view: Arc<ImportView>) -> impl IntoView {
    let heads = [words::NEW, words::CHANGED, words::UNCHANGED, words::FAULTY, words::WAITING];
    let row = move |sheet: &anju_domain::api::SheetView| {
        let counts = [sheet.new, sheet.changed, sheet.unchanged, sheet.faulty, sheet.waiting];
        let cells = heads.into_iter().zip(counts).map(|(head, n)| {
            let is_fault = n > 0 && head == words::FAULTY;
            view! { <td class="n" class:bad=is_fault data-label=say(head)>{counted(n)}</td> }
        });
        view! { <tr><td class="title">{sheet.name.clone()}</td>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=say(words::SHEETS)>
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col">{say(words::SHEET)}</th>
                        {heads.map(|head| view! { <th scope="col" class="n">{say(head)}</th> })}
                    </tr>
                </thead>
                <tbody>{view.sheets.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The rows that would change, field by field.
#[component]
pub(super) fn Changes(view: Arc<ImportView>) -> impl IntoView {
    let language = language();
    let total = view.change_count;
    let shown = view.changes.len();
    let rows = Arc::clone(&view);
    let list = move || {
        let language = language.get();
        rows.changes.iter().map(|change| row(change, language)).collect_view()
    };
    (total > 0).then(|| {
        let title = move || fill(words::CHANGES, language.get(), &[("n", &counted(total))]);
        let is_cut = usize::try_from(total).is_ok_and(|total| total > shown);
        let cut = move || fill(words::CHANGES_SHOWN, language.get(), &[("n", &SHOWN.to_string())]);
        view! {
            <details class="of-rows">
                <summary>{title}</summary>
                {is_cut.then(|| view! { <p class="msg">{cut}</p> })}
                <div class="scroll" tabindex="0" role="region" aria-label=title>
                    <table class="list cards">
                        <thead>
                            <tr>
                                <th scope="col">{say(words::KEY)}</th>
                                <th scope="col">{say(words::SHEET)}</th>
                                <th scope="col" class="n">{say(words::ROW)}</th>
                                <th scope="col">{say(words::WHAT)}</th>
                            </tr>
                        </thead>
                        <tbody>{list}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

fn row(change: &RowView, language: Language) -> impl IntoView + use<> {
    let empty = |text: &str| {
        if text.is_empty() { words::EMPTY.get(language).to_owned() } else { text.to_owned() }
    };
    let of_field = |(head, was, is): &(String, String, String)| {
        let values = [("head", head.as_str()), ("was", &empty(was)), ("is", &empty(is))];
        view! { <span>{fill(words::FROM_TO, language, &values)}</span> }
    };
    let what = if change.is_new {
        view! { <span>{words::IS_NEW.get(language)}</span> }.into_any()
    } else {
        change.fields.iter().map(of_field).collect_view().into_any()
    };
    view! {
        <tr>
            <td class="title">{change.key.clone()}</td>
            <td data-label=words::SHEET.get(language)>{change.sheet.clone()}</td>
            <td class="n" data-label=words::ROW.get(language)>{change.row}</td>
            <td class="fill fields" data-label=words::WHAT.get(language)>{what}</td>
        </tr>
    }
}
