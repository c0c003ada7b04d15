//! What is shown in place of something that could not be had: what happened, what to do, a way to try again.

use crate::{
    client::Failure,
    preferences::{language, say},
};
use anju_domain::words::shell as words;
use leptos::prelude::*;

/// Why something could not be had.
#[component]
pub(crate) fn FailureNote(failure: Failure, retry: impl Fn() + 'static) -> impl IntoView {
    let language = language();
    let about = failure.clone();
    let can_help = !matches!(failure.code(), "forbidden" | "not_found");
    view! {
        <section class="note" role="alert">
            <h2>{move || failure.title(language.get())}</h2>
            <p>{move || about.detail(language.get())}</p>
            {can_help.then(|| {
                view! { <button class="btn" type="button" on:click=move |_| retry()>{say(words::RETRY)}</button> }
            })}
        </section>
    }
}

/// While something is being read.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    view! { <p class="waiting" role="status">{say(words::LOADING)}</p> }
}
