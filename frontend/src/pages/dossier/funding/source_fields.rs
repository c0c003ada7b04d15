//! The fields of a new source: each with its name, what is wrong with it, and the entry that it changes.

use super::{form::Form, grid::SourceColumn};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{language::Text, words::funding as words};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is entered, and what was found wrong with it when adding was tried.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) source: RwSignal<SourceColumn>,
    pub(super) wrong: Memo<BTreeMap<String, String>>,
}

/// A list to choose from.
#[component]
pub(super) fn Choice(
    entry: Entry,
    key: &'static str,
    name: Text,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    on_pick: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let id = format!("source-{key}");
    let is_wrong = move || entry.wrong.with(|wrong| wrong.contains_key(key));
    let option = move |(code, name): (String, String)| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || value() == own>{name}</option> }
    };
    let blank = (key != "status").then(|| {
        view! { <option value="" prop:selected=move || value().is_empty()>{say(words::CHOOSE)}</option> }
    });
    view! {
        <div class="field" class:wrong=is_wrong>
            <label for=id.clone()>{say(name)}</label>
            <Why entry key />
            <select id=id aria-invalid=move || is_wrong().then_some("true") aria-describedby=format!("source-{key}-why")
                on:change:target=move |event| on_pick(event.target().value())>
                {blank}
                {move || options().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A line of text.
#[component]
pub(super) fn Line(
    entry: Entry,
    key: &'static str,
    name: Text,
    hint: impl Fn() -> Option<String> + Send + Sync + 'static,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    on_text: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let id = format!("source-{key}");
    let is_wrong = move || entry.wrong.with(|wrong| wrong.contains_key(key));
    view! {
        <div class="field" class:wrong=is_wrong>
            <label for=id.clone()>{say(name)}</label>
            <small id=format!("source-{key}-hint")>{hint}</small>
            <Why entry key />
            <input id=id autocomplete="off" prop:value=value aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=format!("source-{key}-why source-{key}-hint")
                on:change:target=move |event| on_text(event.target().value()) />
        </div>
    }
    .into_any()
}

/// The items that the document names, of those that are built here.
#[component]
pub(super) fn Items(entry: Entry, form: Form) -> impl IntoView {
    let language = language();
    let codes = move || {
        let mut codes: Vec<String> = form
            .context
            .saved
            .get()
            .map(|saved| saved.project_community.lines.iter().map(|line| line.item.clone()).collect())
            .unwrap_or_default();
        codes.sort();
        codes.dedup();
        codes
    };
    let one = move |code: String| {
        let (own, name) = (code.clone(), naming::item_with_code(&code, language.get_untracked()));
        let pick = move |on: bool| {
            entry.source.update(|source| {
                source.allowed_items.retain(|known| *known != code);
                if on {
                    source.allowed_items.push(code.clone());
                    source.allowed_items.sort();
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || entry.source.with(|source| source.allowed_items.contains(&own))
                    on:change:target=move |event| pick(event.target().checked()) />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="field" id="source-allowed_items" tabindex="-1" class:wrong=move || entry.wrong.with(|wrong| wrong.contains_key("allowed_items"))>
            <legend>{say(words::ALLOWED_ITEMS)}</legend>
            <Why entry key="allowed_items" />
            <div class="checks">{move || codes().into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// What is wrong with an entry.
#[component]
fn Why(entry: Entry, key: &'static str) -> impl IntoView {
    let text = move || entry.wrong.with(|wrong| wrong.get(key).cloned());
    view! { <p class="error" id=format!("source-{key}-why") hidden=move || text().is_none()>{text}</p> }
}
