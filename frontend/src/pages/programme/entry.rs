//! A field of these forms and the summary of what is wrong: both say the domain's own words for a place, so that they never
//! differ.

use crate::{
    browser,
    client::Failure,
    preferences::{language, say},
};
use anju_domain::{
    finding::Finding,
    language::{Language, Text},
    rules,
    words::shell,
};
use leptos::prelude::*;

/// The summary, which takes the focus.
pub(super) const PROBLEMS: &str = "problems";

/// The element of a field, by the place that findings name.
pub(super) fn field_id(path: &str) -> String {
    format!("field-{}", path.replace('/', "-"))
}

/// What is wrong with a place, in words.
pub(super) fn said(found: &[Finding], path: &str, language: Language) -> Option<String> {
    let at = |finding: &&Finding| finding.path == path;
    found.iter().find(at).map(|finding| rules::message(finding, language))
}

/// The summary of what is wrong, each leading to its field; nothing when nothing is.
#[component]
pub(super) fn Problems(
    #[prop(into)] found: Signal<Vec<Finding>>,
    failure: RwSignal<Option<Failure>>,
    /// The field that stands for a place without one of its own.
    #[prop(optional)]
    stands_for: Option<fn(&str) -> String>,
) -> impl IntoView {
    let language = language();
    let entry = move |finding: Finding| {
        let id = stands_for.map_or_else(|| field_id(&finding.path), |place| place(&finding.path));
        let address = format!("#{id}");
        let lead = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(&id);
        };
        let text = format!("{} {}", rules::message(&finding, language.get()), rules::remedy(&finding, language.get()));
        view! { <li><a href=address on:click=lead>{text}</a></li> }
    };
    move || {
        let found = found.get();
        let failure = failure.get().filter(|failure| failure.findings().is_empty());
        (!found.is_empty() || failure.is_some()).then(|| {
            view! {
                <div class="errors" id=PROBLEMS tabindex="-1" role="alert">
                    <h2>{say(shell::ERROR_SUMMARY)}</h2>
                    {failure.map(|failure| view! {
                        <p><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
                    })}
                    <ul>{found.into_iter().map(entry).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// A field: its name, a hint, what is wrong with it. `path` is the place that findings name.
#[component]
pub(super) fn Entry(
    #[prop(into)] path: String,
    name: Text,
    #[prop(optional)] hint: Option<Text>,
    kind: &'static str,
    #[prop(into)] value: Signal<String>,
    typed: impl Fn(String) + 'static,
    #[prop(into)] found: Signal<Vec<Finding>>,
) -> impl IntoView {
    let language = language();
    let id = field_id(&path);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = Memo::new(move |_| said(&found.read(), &path, language.get()));
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let parts = [error.read().as_ref().map(|_| error_id.clone()), hint.map(|_| hint_id.clone())];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    };
    view! {
        <div class="field" class:wrong=move || error.read().is_some()>
            <label for=id.clone()>{say(name)}</label>
            {hint.map(|hint| view! { <small id=hint_id>{say(hint)}</small> })}
            {move || {
                let error_id = error_id.clone();
                error.get().map(|error| view! { <p class="error" id=error_id>{error}</p> })
            }}
            <input
                id=id
                type=kind
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=described
                prop:value=value
                on:input:target=move |event| typed(event.target().value())
            />
        </div>
    }
    .into_any()
}
