//! A choice in a filter bar: the browser's own list, with its name before it.

use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{fill, shell as words},
};
use leptos::{html, prelude::*};

/// A choice; `options` are values and their names, the empty value stands for all.
#[component]
pub(crate) fn Pick(
    name: Text,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into)] value: Signal<String>,
    on_pick: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let language = language();
    let chosen = Memo::new(move |_| value.get());
    let select = NodeRef::<html::Select>::new();
    // The list may have thousands of options: none of them follows what is chosen, the list as a whole does.
    Effect::new(move || {
        let chosen = chosen.get();
        if let Some(select) = select.get() {
            select.set_value(&chosen);
        }
    });
    let label = move || fill(words::LABELLED, language.get(), &[("name", name.get(language.get()))]);
    let option = move |(code, name): (String, String)| {
        let is_chosen = chosen.with_untracked(|chosen| *chosen == code);
        view! { <option value=code prop:selected=is_chosen>{name}</option> }
    };
    view! {
        <label class="pick" class:set=move || !chosen.read().is_empty()>
            <span>{label}</span>
            <select node_ref=select on:change:target=move |event| on_pick(event.target().value())>
                <option value="">{say(words::ALL)}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
