//! New passwords as a sheet to print and cut; it is shown this once.

use crate::{
    browser, naming,
    preferences::{language, say},
};
use anju_domain::{
    api::NewAccount,
    words::{accounts as words, shell},
};
use leptos::prelude::*;

/// The sheet; nothing when no password was made.
#[component]
pub(super) fn Slips(made: RwSignal<Vec<NewAccount>>) -> impl IntoView {
    let language = language();
    let slip = move |account: NewAccount| {
        let post = account.display.clone();
        view! {
            <li>
                <b>{move || naming::post(&post, language.get())}</b>
                <dl>
                    <dt>{say(words::USER)}</dt>
                    <dd>{account.user}</dd>
                    <dt>{say(words::PASSWORD)}</dt>
                    <dd>{account.password}</dd>
                </dl>
            </li>
        }
    };
    view! {
        <Show when=move || !made.read().is_empty()>
            <section class="sheet" role="alert">
                <div class="cell no-print">
                    <h2>{say(words::SHEET)}</h2>
                    <p class="msg">{say(words::SHEET_DETAIL)}</p>
                    <p class="bar">
                        <button class="btn main" type="button" on:click=|_| browser::print()>{say(shell::PRINT)}</button>
                        <button class="btn" type="button" on:click=move |_| made.set(Vec::new())>{say(words::SHEET_DONE)}</button>
                    </p>
                </div>
                <ul class="slips">{move || made.get().into_iter().map(slip).collect_view()}</ul>
            </section>
        </Show>
    }
    .into_any()
}
