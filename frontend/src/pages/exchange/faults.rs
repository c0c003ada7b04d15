//! The faults of a file, all at once: each with its place, what is wrong and what to do.

use super::outcome::counted;
use crate::preferences::{language, say};
use anju_domain::{
    api::{FaultView, ImportView, SHOWN},
    language::{Language, Text},
    words::{fill, imports as words},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The faults; nothing when there is none.
#[component]
pub(super) fn Faults(view: Arc<ImportView>) -> impl IntoView {
    let language = language();
    let total = view.fault_count;
    (total > 0).then(|| {
        let title = move || fill(words::FAULTS, language.get(), &[("n", &counted(total))]);
        let is_cut = usize::try_from(total).is_ok_and(|total| total > view.faults.len());
        let cut = move || fill(words::FAULTS_SHOWN, language.get(), &[("n", &SHOWN.to_string())]);
        let head = |name: Text| view! { <th scope="col">{say(name)}</th> };
        let rows = move || {
            let language = language.get();
            view.faults.iter().map(|fault| row(fault, language)).collect_view()
        };
        view! {
            <h3>{title}</h3>
            {is_cut.then(|| view! { <p class="msg">{cut}</p> })}
            <div class="scroll" tabindex="0" role="region" aria-label=title>
                <table class="list cards faults">
                    <thead>
                        <tr>
                            {head(words::SHEET)}
                            <th scope="col" class="n">{say(words::ROW)}</th>
                            {head(words::COLUMN)}
                            {head(words::HEAD)}
                            {head(words::VALUE)}
                            {head(words::REASON)}
                            {head(words::SUGGESTION)}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}

fn row(fault: &FaultView, language: Language) -> impl IntoView + use<> {
    // 0 stands for the sheet as a whole.
    let number = if fault.row > 0 { fault.row.to_string() } else { String::new() };
    let label = |name: Text| name.get(language);
    view! {
        <tr>
            <td class="title">{fault.sheet.clone()}</td>
            <td class="n" data-label=label(words::ROW)>{number}</td>
            <td data-label=label(words::COLUMN)>{fault.column.clone()}</td>
            <td data-label=label(words::HEAD)>{fault.head.clone()}</td>
            <td class="value" data-label=label(words::VALUE)>{fault.value.clone()}</td>
            <td class="wide bad" data-label=label(words::REASON)>{fault.reason.clone()}</td>
            <td class="wide" data-label=label(words::SUGGESTION)>{fault.suggestion.clone()}</td>
        </tr>
    }
}
