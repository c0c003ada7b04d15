//! Under the sheet: save, discard, and one line about what differs from what is saved.

use super::{
    form::Form,
    grid::SourceColumn,
    labels,
    state::{Notice, told},
};
use crate::{
    client::Client,
    pages::dossier::editing::told as forms_told,
    preferences::{language, say},
};
use anju_domain::{
    language::Language,
    words::{fill, funding as words},
};
use leptos::prelude::*;

/// So many changes are told one by one.
const TOLD: usize = 3;

/// Save, discard, what differs.
#[component]
pub(super) fn ActionBar(form: Form) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let idle = move || !form.dirty.get();
    let state = move || {
        let language = language.get();
        let sound = form.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.faults.is_empty()));
        let kept = if sound { words::DRAFT_AT } else { words::DRAFT_KEPT };
        let kept = form.kept_at.get().map(|time| fill(kept, language, &[("time", &time)]));
        let spaced = if language == Language::Zh { "" } else { " " };
        [kept, Some(differences(form, language))].into_iter().flatten().collect::<Vec<_>>().join(spaced)
    };
    let status = move || {
        form.notice.get().and_then(|notice| {
            let text = told(&notice)?;
            let done = matches!(notice, Notice::Saved);
            let undo = if let Notice::Discarded(grid) = notice { Some(grid) } else { None };
            Some(view! {
                <p class="notice" class:done=done>
                    {say(text)}
                    {undo.map(|grid| view! {
                        <button class="link" type="button" on:click=move |_| form.take_back(grid.clone())>{say(words::TAKE_BACK)}</button>
                    })}
                </p>
            }
            .into_any())
        })
    };
    forms_told::bar(form.busy, idle, move || form.save(client), move || form.discard(), status, state)
}

/// What differs from what is saved.
fn differences(form: Form, language: Language) -> String {
    let edits = form.edits.get();
    let added = form.added.get();
    if edits.is_empty() && added.is_empty() {
        return words::UNCHANGED.get(language).to_owned();
    }
    let Some(saved) = form.context.saved.get() else { return String::new() };
    let lines = &saved.project_community.lines;
    let names = labels::lines(lines, language);
    // Sources that are gone from the table are named too.
    let mut columns = form.grid.with(|grid| grid.columns.clone());
    columns.extend(edits.iter().map(|edit| edit.column.clone()));
    columns.sort();
    columns.dedup();
    let sources = labels::sources(&columns, language);
    let source = |column| {
        columns.binary_search(column).ok().and_then(|index| sources.get(index)).map_or("", |label| &label.name)
    };
    let or_none = |text: &str| {
        if text.trim().is_empty() { words::NOTHING.get(language).to_owned() } else { text.trim().to_owned() }
    };
    let told = edits.iter().take(TOLD).map(|edit| {
        let name = lines.iter().position(|line| line.id == edit.line).and_then(|row| names.get(row));
        fill(
            words::CHANGE,
            language,
            &[
                ("item", name.map_or(&edit.line, |label| &label.name)),
                ("source", source(&edit.column)),
                ("from", &or_none(&edit.before)),
                ("to", &or_none(&edit.after)),
            ],
        )
    });
    let untouched = |column: &SourceColumn| !edits.iter().any(|edit| edit.column == *column);
    let new = added.iter().filter(|column| untouched(column));
    let new = new.map(|column| fill(words::COLUMN_ADDED, language, &[("source", source(column))]));
    let rest = edits.len().checked_sub(TOLD).filter(|rest| *rest > 0);
    let rest = rest.map(|rest| fill(words::CHANGE_MORE, language, &[("n", &rest.to_string())]));
    let comma = if language == Language::Zh { "，" } else { "; " };
    let all = told.chain(new).chain(rest).collect::<Vec<_>>().join(comma);
    fill(words::CHANGED, language, &[("changes", &all)])
}
