//! One file for several tasks of a community: the tasks are chosen, the file is brought once, and each task gets it
//! beside what it has already.

mod send;

use super::{
    drop_zone::Files,
    findings::Findings,
    standing::{is_open, matter, occasion, state},
    viewing::{Viewed, Viewing},
};
use crate::preferences::{language, say};
use anju_domain::{
    api::{DutyRow, PostSubmission, PutDuty},
    language::Language,
    words::{duties as words, fill, quantities, shell},
};
use leptos::prelude::*;
use send::{Outcome, Sender};
use uuid::Uuid;

/// The form; nothing where fewer than two tasks are open.
#[component]
pub(super) fn Filing(rows: Memo<Vec<DutyRow>>) -> impl IntoView {
    let open = Memo::new(move |_| {
        rows.with(|rows| rows.iter().filter(|row| is_open(row.status)).cloned().collect::<Vec<_>>())
    });
    let sender = Sender::new();
    // What became of the tasks stays to be read when none of them is open any more.
    let is_shown = move || open.with(Vec::len) > 1 || sender.has_told();
    view! { <Show when=is_shown><Form rows open sender /></Show> }.into_any()
}

#[component]
fn Form(rows: Memo<Vec<DutyRow>>, open: Memo<Vec<DutyRow>>, sender: Sender) -> impl IntoView {
    let language = language();
    let viewing = Viewing::new();
    let lacking = move || sender.lacking(open.with(|open| open.iter().map(|row| row.id).collect::<Vec<_>>()));
    let blocked = move || (sender.busy.get() || lacking().is_some()).then_some("true");
    let state_text = move || lacking().map(|text| text.get(language.get()));
    let submit = move |_| {
        if blocked().is_none() {
            sender.send::<PostSubmission>(words::SENT);
        }
    };
    let save = move |_| {
        if blocked().is_none() {
            sender.send::<PutDuty>(words::SAVED);
        }
    };
    view! {
        <section class="sheet filing" aria-labelledby="filing-title">
            <h2 id="filing-title">{say(words::FILE_ONCE)}</h2>
            <p>{say(words::FILE_ONCE_DETAIL)}</p>
            <div class="task-form">
                <fieldset>
                    <legend>{say(words::MATTER)}</legend>
                    <For each=move || open.get() key=|row| (row.id, row.version) children=move |row| view! { <Choice row sender /> } />
                </fieldset>
                <div>
                    <Files bringing=sender.bringing of=Uuid::nil() viewing />
                    <Viewed viewing />
                    <label for="filing-report">{say(words::FILE_ONCE_REPORT)}</label>
                    <textarea
                        id="filing-report"
                        rows="2"
                        maxlength="4000"
                        prop:value=move || sender.report.get()
                        on:input:target=move |event| sender.report.set(event.target().value())
                    ></textarea>
                </div>
            </div>
            <div class="bar">
                <button class="btn main" type="button" aria-disabled=blocked on:click=submit>{say(words::FILE_ONCE_SUBMIT)}</button>
                <button class="btn" type="button" aria-disabled=blocked on:click=save>{say(words::FILE_ONCE_SAVE)}</button>
                <small role="status">{state_text}</small>
            </div>
            <div aria-live="polite">{move || told(&sender.outcomes.get(), rows, language.get())}</div>
        </section>
    }
    .into_any()
}

/// A task to be chosen.
#[component]
fn Choice(row: DutyRow, sender: Sender) -> impl IntoView {
    let language = language();
    let id = row.id;
    let shown = row.clone();
    let text = move || {
        let language = language.get();
        let due =
            shown.due.map_or_else(|| words::NO_DUE.get(language).to_owned(), |due| quantities::date(language, due));
        let about = [occasion(&shown, language), due];
        let about = about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("　");
        view! { <span>{matter(&shown.duty, language)}<small>{about}</small></span> {state(shown.status, language)} }
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || sender.chosen.with(|chosen| chosen.contains(&id))
                on:change=move |_| sender.choose(id)
            />
            {text}
        </label>
    }
    .into_any()
}

/// What became of each task.
fn told(outcomes: &[(Uuid, Outcome)], rows: Memo<Vec<DutyRow>>, language: Language) -> Option<AnyView> {
    let line = |(id, outcome): &(Uuid, Outcome)| {
        let duty = rows.with_untracked(|rows| rows.iter().find(|row| row.id == *id).map(|row| row.duty.clone()));
        let name = fill(shell::LABELLED, language, &[("name", &matter(&duty.unwrap_or_default(), language))]);
        match outcome {
            Ok(done) => view! { <li><b>{name}</b>{done.get(language)}</li> }.into_any(),
            Err(failure) => {
                let found = failure.findings().to_vec();
                view! {
                    <li class="failed">
                        <b>{name}</b>{failure.title(language)}" "{failure.detail(language)}<Findings found />
                    </li>
                }
                .into_any()
            }
        }
    };
    (!outcomes.is_empty())
        .then(|| view! { <ul class="notice told">{outcomes.iter().map(line).collect_view()}</ul> }.into_any())
}
