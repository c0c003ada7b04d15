//! Pasting a block from a spreadsheet: what will come in and what can't be read is seen before anything changes.

use super::{
    super::context::{dossier, today},
    paste_preview::preview,
};
use crate::{
    parts::dialog::Dialog,
    preferences::{language, say},
};
use anju_domain::{
    forms::Head,
    model::Dossier,
    paste::{self, Pasted},
    words::{editing as words, fill, shell},
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// How a block is read for a dossier.
type Reading = fn(&Dossier, &[Vec<String>], NaiveDate) -> Pasted;

/// The dialog, open while there is a text; `take` gets the rows that come in.
#[component]
pub(crate) fn PasteDialog(
    text: RwSignal<Option<String>>,
    heads: fn() -> Vec<Head>,
    read: Reading,
    #[prop(into)] take: Callback<Vec<Vec<Option<String>>>>,
) -> impl IntoView {
    let language = language();
    let open = RwSignal::new(false);
    Effect::new(move || open.set(text.read().is_some()));
    Effect::new(move || {
        if !open.get() && text.read_untracked().is_some() {
            text.set(None);
        }
    });
    let title = Signal::derive(move || words::PASTE.get(language.get()).to_owned());
    view! {
        <Dialog open title>
            <Block text open heads read take />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Block(
    text: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    heads: fn() -> Vec<Head>,
    read: Reading,
    take: Callback<Vec<Vec<Option<String>>>>,
) -> impl IntoView {
    let language = language();
    let context = dossier();
    let typed = RwSignal::new(text.get_untracked().unwrap_or_default());
    let found = Memo::new(move |_| {
        let typed = typed.read();
        if typed.trim().is_empty() {
            return None;
        }
        let current = context.current.get()?;
        let pasted = read(&current, &paste::cells(&typed), today());
        Some(Shown(pasted))
    });
    let count = move || found.with(|found| found.as_ref().map_or(0, |found| found.0.rows.len()));
    let bring = move |_| {
        let rows = found.with(|found| found.as_ref().map(|found| found.0.rows.clone()).unwrap_or_default());
        if !rows.is_empty() {
            open.set(false);
            take.run(rows);
        }
    };
    let names = move || {
        let language = language.get();
        heads().iter().map(|head| head.name.get(language)).collect::<Vec<_>>().join(words::COMMA.get(language))
    };
    view! {
        <p>{say(words::PASTE_LEAD)}</p>
        <p class="heads"><small>{names}</small></p>
        <label for="paste-block" class="sr">{say(words::PASTE)}</label>
        <textarea id="paste-block" rows="5" autocomplete="off" spellcheck="false" wrap="off"
            prop:value=move || typed.get()
            on:input:target=move |event| typed.set(event.target().value())></textarea>
        <div role="status">
            {move || found.with(|found| found.as_ref().map(|found| preview(&found.0, &heads(), language.get())))}
        </div>
        <div class="bar">
            <button class="btn main" type="button" aria-disabled=move || (count() == 0).then_some("true") on:click=bring>
                {move || fill(words::BRING_IN, language.get(), &[("n", &count().to_string())])}
            </button>
            <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
        </div>
    }
    .into_any()
}

/// What a block holds; each reading counts as another one.
#[derive(Clone)]
struct Shown(Pasted);

impl PartialEq for Shown {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}
