//! The button that has a file made of what the page shows, and what is told of it.

use crate::{
    client::Failure,
    download::Exporting,
    preferences::{language, say},
};
use anju_domain::{
    language::Text,
    words::{export as words, fill},
};
use leptos::prelude::*;

/// The button; `address` is where the file of what is shown now is made.
#[component]
pub(crate) fn Export(
    address: impl Fn() -> Result<String, Failure> + 'static,
    #[prop(default = words::EXPORT)] name: Text,
) -> impl IntoView {
    let exporting = Exporting::new();
    let busy = exporting.busy;
    view! {
        <div class="export">
        <button
            class="btn"
            type="button"
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |_| exporting.ask(address())
        >
            {move || if busy.get() { say(words::EXPORTING)() } else { say(name)() }}
        </button>
        <Exported exporting />
        </div>
    }
    .into_any()
}

/// What has come of it: the name of the file, or why there is none.
#[component]
pub(crate) fn Exported(exporting: Exporting) -> impl IntoView {
    let language = language();
    let done = move || exporting.done.get().map(|name| fill(words::EXPORTED, language.get(), &[("name", &name)]));
    view! {
        <small role="status">{done}</small>
        {move || exporting.failure.get().map(|failure| view! {
            <p class="notice stop" role="alert">
                <b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}
            </p>
        })}
    }
    .into_any()
}
