//! A field of a form: its name, a hint, what is wrong with it, in reach of screen readers.

use anju_domain::language::Text;
use leptos::prelude::*;

use crate::preferences::say;

/// A text field. `error` says what is wrong, in the very words of the summary above the form.
#[component]
pub(crate) fn Field(
    id: &'static str,
    name: Text,
    #[prop(optional)] hint: Option<Text>,
    kind: &'static str,
    autocomplete: &'static str,
    value: RwSignal<String>,
    #[prop(into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match (hint.is_some(), error.get().is_some()) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class="field" class:wrong=move || error.get().is_some()>
            <label for=id>{say(name)}</label>
            {hint.map(|hint| view! { <small id=hint_id>{say(hint)}</small> })}
            {move || {
                let error_id = error_id.clone();
                error.get().map(|error| view! { <p class="error" id=error_id>{say(error)}</p> })
            }}
            <input
                id=id
                name=id
                type=kind
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                bind:value=value
            />
        </div>
    }
}
