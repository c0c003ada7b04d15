//! Somebody else has saved: both versions field by field, and the choice.

use super::{draft::Typed, entry::Entry};
use crate::preferences::say;
use anju_domain::{language::Text, words::reports as words};
use leptos::prelude::*;

/// Both versions.
#[component]
pub(super) fn Conflict(entry: Entry) -> impl IntoView {
    let theirs = move || entry.saved.get().map(|saved| Typed::of(&saved)).unwrap_or_default();
    let photos = |typed: &Typed| typed.photos.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join("、");
    let row = move |name: Text, value: fn(&Typed) -> String| {
        view! {
            <tr>
                <th scope="row">{say(name)}</th>
                <td>{move || value(&theirs())}</td>
                <td>{move || value(&entry.stated())}</td>
            </tr>
        }
    };
    let keep = move |_| {
        let saved = entry.saved.get_untracked();
        entry.base.set(saved);
        entry.filling.notice.set(None);
        entry.touched();
    };
    let take = move |_| {
        if let Some(saved) = entry.saved.get_untracked() {
            entry.filling.notice.set(None);
            entry.take(saved);
            entry.touched();
        }
    };
    view! {
        <section class="notice warn" role="alert">
            <h3>{say(words::STALE)}</h3>
            <p>{say(words::STALE_DETAIL)}</p>
            <table class="versions">
                <thead>
                    <tr>
                        <th scope="col">{say(words::FIELD)}</th>
                        <th scope="col">{say(words::THEIRS)}</th>
                        <th scope="col">{say(words::MINE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {row(words::PROGRESS, |typed| typed.progress.clone())}
                    {row(words::MONTH_INVEST, |typed| typed.invest.clone())}
                    {row(words::PROBLEMS, |typed| typed.problems.clone())}
                    {row(words::NEXT_STEPS, |typed| typed.next_steps.clone())}
                    {row(words::PHOTOS, photos)}
                </tbody>
            </table>
            <p class="bar">
                <button class="btn" type="button" on:click=keep>{say(words::KEEP_MINE)}</button>
                <button class="btn plain" type="button" on:click=take>{say(words::TAKE_THEIRS)}</button>
            </p>
        </section>
    }
    .into_any()
}
