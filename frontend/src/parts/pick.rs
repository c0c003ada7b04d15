//! A choice in a filter bar: the browser's own list, with its name before it.

use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{fill, shell as words},
};
use leptos::prelude::*;

/// A choice; `options` are values and their names, the empty value stands for all.
#[component]
pub(crate) fn Pick(
    name: Text,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into)] value: Signal<String>,
    on_pick: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let language = language();
    let label = move || fill(words::LABELLED, language.get(), &[("name", name.get(language.get()))]);
    let option = move |(code, name): (String, String)| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || value.get() == own>{name}</option> }
    };
    view! {
        <label class="pick" class:set=move || !value.get().is_empty()>
            <span>{label}</span>
            <select on:change:target=move |event| on_pick(event.target().value())>
                <option value="" prop:selected=move || value.get().is_empty()>{say(words::ALL)}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
