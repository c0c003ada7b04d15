//! Where a file is dropped or chosen, and how far it has come.

use super::importing::{Importing, Standing};
use crate::{
    parts::dropped::{DropPlace, picked},
    preferences::{language, say},
};
use anju_domain::words::{duties, fill, imports as words};
use leptos::prelude::*;

/// What the server takes, for the picker of the browser.
const KINDS: &str = ".xlsx,.csv";

/// The place for the file.
#[component]
pub(super) fn DropZone(importing: Importing) -> impl IntoView {
    view! {
        <DropPlace take=move |files| importing.take(files)>
            <span class="wide-only">{say(duties::DROP)}</span>
            <label class="choose">
                {say(words::CHOOSE)}
                <input
                    class="sr"
                    type="file"
                    accept=KINDS
                    disabled=move || importing.busy.get()
                    on:change=move |event| picked(&event, |files| importing.take(files))
                />
            </label>
        </DropPlace>
        <Progress importing />
    }
    .into_any()
}

/// How far the file has come.
#[component]
fn Progress(importing: Importing) -> impl IntoView {
    let language = language();
    let percent = Memo::new(move |_| match importing.standing.get() {
        Standing::Sending(percent) => Some(percent),
        _ => None,
    });
    let said = move || match percent.get()? {
        100 => Some(words::CHECKING.get(language.get()).to_owned()),
        percent => Some(fill(words::SENT, language.get(), &[("n", &percent.to_string())])),
    };
    let is_sending = Memo::new(move |_| percent.get().is_some());
    view! {
        <div class="sending">
            {move || is_sending.get().then(|| view! {
                <span>{importing.name.get()}</span>
                <progress
                    max="100"
                    value=move || percent.get().unwrap_or(0).to_string()
                    aria-label=move || importing.name.get()
                ></progress>
                <button class="link" type="button" on:click=move |_| importing.stop()>{say(duties::CANCEL)}</button>
            })}
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}
