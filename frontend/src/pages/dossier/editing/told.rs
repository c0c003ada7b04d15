//! What every form of a dossier tells in the same way: what must be corrected, what the server refused, its buttons.

use crate::{browser, client::Failure, parts::error_summary::ERROR_SUMMARY, preferences::say};
use anju_domain::{
    language::{Language, Text},
    rules,
    words::{fill, funding as words},
};
use leptos::prelude::*;

/// A fault in words, with the element to which it leads.
pub(crate) struct Worded {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// The summary on top, after a save that could not be: each error leads to its cell.
pub(crate) fn summary(faults: Vec<Worded>, language: Language) -> Option<AnyView> {
    let entry = |fault: Worded| {
        let target = fault.id.clone();
        let lead = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(&target);
        };
        view! { <li><a href=format!("#{}", fault.id) on:click=lead>{fault.text}</a></li> }
    };
    (!faults.is_empty()).then(|| {
        view! {
            <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                <h2>{fill(words::FAULTS, language, &[("n", &faults.len().to_string())])}</h2>
                <p>{words::FAULTS_DETAIL.get(language)}</p>
                <ul>{faults.into_iter().map(entry).collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

/// What is wrong, under the form, in the very words of the summary; the cells point here.
pub(crate) fn list(faults: Vec<Worded>) -> Option<AnyView> {
    let entry = |fault: Worded| view! { <li class="error" id=why_id(&fault.id)>{fault.text}</li> };
    (!faults.is_empty())
        .then(|| view! { <ul class="cell-faults">{faults.into_iter().map(entry).collect_view()}</ul> }.into_any())
}

/// The id of what is wrong with an element.
pub(crate) fn why_id(id: &str) -> String {
    format!("{id}-why")
}

/// What the server refused.
pub(crate) fn failed(failure: &Failure, language: Language) -> AnyView {
    let findings = failure.findings().iter().map(|finding| view! { <li>{rules::message(finding, language)}</li> });
    let findings = findings.collect_view();
    view! {
        <div class="errors" role="alert">
            <h2>{failure.title(language)}</h2>
            <p>{failure.detail(language)}</p>
            <ul>{findings}</ul>
        </div>
    }
    .into_any()
}

/// Both versions of what two people have changed, side by side: what it is, before, theirs, mine.
pub(crate) fn versions(head: Text, rows: Vec<[String; 4]>, language: Language) -> AnyView {
    let row = |[name, before, theirs, mine]: [String; 4]| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="n">{before}</td>
                <td class="n">{theirs}</td>
                <td class="n">{mine}</td>
            </tr>
        }
    };
    view! {
        <table class="versions">
            <thead>
                <tr>
                    <th scope="col">{head.get(language)}</th>
                    <th scope="col" class="n">{words::BEFORE.get(language)}</th>
                    <th scope="col" class="n">{words::THEIRS.get(language)}</th>
                    <th scope="col" class="n">{words::MINE.get(language)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Somebody else has saved: both versions where they differ, and the way to put the own changes on top of the newest.
pub(crate) fn stale(
    versions: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    rebase: impl Fn() + 'static,
) -> AnyView {
    view! {
        <div class="errors" role="alert">
            <h2>{say(words::STALE)}</h2>
            <p>{say(words::STALE_DETAIL)}</p>
            {versions}
            <button class="btn" type="button" on:click=move |_| rebase()>{say(words::LOAD_NEWEST)}</button>
        </div>
    }
    .into_any()
}

/// The buttons under a form, with what was done and one line about what differs from what is saved.
pub(crate) fn bar(
    busy: RwSignal<bool>,
    idle: impl Fn() -> bool + Copy + Send + Sync + 'static,
    save: impl Fn() + 'static,
    discard: impl Fn() + 'static,
    status: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    state: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let face = move || if busy.get() { say(words::SAVING)() } else { say(words::SAVE)() };
    view! {
        <div class="bar form-bar">
            <button class="btn main" type="button" aria-disabled=move || busy.get().then_some("true") on:click=move |_| save()>
                {face}
            </button>
            <button
                class="btn"
                type="button"
                aria-disabled=move || idle().then_some("true")
                on:click=move |_| if !idle() { discard() }
            >
                {say(words::DISCARD)}
            </button>
            <div class="state" role="status">{status}</div>
            <small class="state">{state}</small>
        </div>
    }
    .into_any()
}

/// The time on the clock of the device, to the minute.
pub(crate) fn clock() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
