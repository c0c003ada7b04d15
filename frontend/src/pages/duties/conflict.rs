//! Somebody else has saved: both versions field by field, and the choice of each.

use super::{entry::Entry, versions::kept_files};
use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{duties as words, fill, shell},
};
use leptos::prelude::*;

impl Entry {
    /// Whether somebody else has saved since.
    pub(super) fn is_stale(self) -> bool {
        let saved = self.saved.get().map(|saved| saved.task.version);
        let mine = self.base.with(|base| base.as_ref().map(|base| base.task.version));
        matches!((saved, mine), (Some(saved), Some(mine)) if saved > mine)
    }
}

/// Both versions.
#[component]
pub(super) fn Conflict(entry: Entry) -> impl IntoView {
    let language = language();
    let names = |all: Vec<String>| if all.is_empty() { "—".to_owned() } else { all.join("、") };
    let their_files = move || {
        let view = entry.saved.get()?;
        Some(names(kept_files(&view).into_iter().map(|file| file.name).collect()))
    };
    let my_files = move || names(entry.files.with(|files| files.iter().map(|file| file.name.clone()).collect()));
    let take_report = move |_| {
        if let Some(view) = entry.saved.get_untracked() {
            entry.report.set(view.task.report.clone());
            entry.touched();
        }
    };
    let take_files = move |_| {
        if let Some(view) = entry.saved.get_untracked() {
            entry.files.set(kept_files(&view));
            entry.touched();
        }
    };
    let keep = move |_| {
        entry.base.set(entry.saved.get_untracked());
        entry.filling.notice.set(None);
        entry.touched();
    };
    let use_theirs =
        move |field: Text| move || fill(words::USE_THEIRS, language.get(), &[("field", field.get(language.get()))]);
    view! {
        <section class="notice warn" role="alert">
            <h3>{say(words::STALE)}</h3>
            <p>{say(words::STALE_DETAIL)}</p>
            <table class="versions">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{say(words::THEIRS)}</th>
                        <th scope="col">{say(words::MINE)}</th>
                        <th scope="col"><span class="sr">{say(words::ACTS)}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{say(words::REPORT)}</th>
                        <td>{move || entry.saved.get().map(|view| view.task.report.clone())}</td>
                        <td>{move || entry.report.get()}</td>
                        <td><button class="link" type="button" on:click=take_report>{use_theirs(words::REPORT)}</button></td>
                    </tr>
                    <tr>
                        <th scope="row">{say(words::EVIDENCE)}</th>
                        <td>{their_files}</td>
                        <td>{my_files}</td>
                        <td><button class="link" type="button" on:click=take_files>{use_theirs(words::EVIDENCE)}</button></td>
                    </tr>
                </tbody>
            </table>
            <p class="bar">
                <button class="btn" type="button" on:click=keep>{say(words::KEEP_MINE)}</button>
                <button
                    class="btn plain"
                    type="button"
                    on:click=move |_| if let Some(view) = entry.saved.get_untracked() { entry.take(view) }
                >
                    {say(shell::CANCEL_CHANGE)}
                </button>
            </p>
        </section>
    }
    .into_any()
}
