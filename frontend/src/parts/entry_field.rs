//! A field of a dialog: its name, a hint, what is wrong with it; text, a day, or a choice.

use crate::preferences::say;
use anju_domain::language::Text;
use leptos::prelude::*;

/// A line of text or a day.
#[component]
pub(crate) fn EntryField(
    id: &'static str,
    name: Text,
    value: RwSignal<String>,
    /// `text` when left out.
    #[prop(optional)]
    kind: Option<&'static str>,
    #[prop(into, optional)] hint: Option<Signal<Option<String>>>,
    /// What is wrong with it.
    #[prop(into)]
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    let (why_id, hint_id) = (format!("{id}-why"), format!("{id}-hint"));
    view! {
        <div class="field" class:wrong=move || wrong.read().is_some()>
            <label for=id>{say(name)}</label>
            {hint.map(|hint| view! { <small id=hint_id.clone()>{move || hint.get()}</small> })}
            <p class="error" id=why_id.clone() hidden=move || wrong.read().is_none()>{move || wrong.get()}</p>
            <input
                id=id
                type=kind.unwrap_or("text")
                autocomplete="off"
                aria-invalid=move || wrong.read().is_some().then_some("true")
                aria-describedby=format!("{why_id} {hint_id}")
                bind:value=value
            />
        </div>
    }
    .into_any()
}

/// One of a list; the empty value stands for nothing chosen yet.
#[component]
pub(crate) fn EntryChoice(
    id: &'static str,
    name: Text,
    value: RwSignal<String>,
    /// What stands there while nothing is chosen; a list without it always has a choice.
    #[prop(optional)]
    blank: Option<Text>,
    /// Values and their names.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    #[prop(into)] wrong: Signal<Option<String>>,
) -> impl IntoView {
    let why_id = format!("{id}-why");
    let option = move |(code, name): (String, String)| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || value.get() == own>{name}</option> }
    };
    view! {
        <div class="field" class:wrong=move || wrong.read().is_some()>
            <label for=id>{say(name)}</label>
            <p class="error" id=why_id.clone() hidden=move || wrong.read().is_none()>{move || wrong.get()}</p>
            <select
                id=id
                aria-invalid=move || wrong.read().is_some().then_some("true")
                aria-describedby=why_id.clone()
                on:change:target=move |event| value.set(event.target().value())
            >
                {blank.map(|blank| view! {
                    <option value="" prop:selected=move || value.read().is_empty()>{say(blank)}</option>
                })}
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
