//! The summary of a form's errors: it stands on top, takes the focus, each error leads to its field.

use crate::{browser, preferences::say};
use anju_domain::{language::Text, words::shell as words};
use leptos::prelude::*;

/// The element that takes the focus.
pub(crate) const ERROR_SUMMARY: &str = "error-summary";

/// An error: what is wrong, and the field that it is about.
pub(crate) type FormError = (Text, &'static str);

/// The summary; nothing when there is no error.
#[component]
pub(crate) fn ErrorSummary(#[prop(into)] errors: Signal<Vec<FormError>>) -> impl IntoView {
    let entry = |(error, field): FormError| {
        let lead = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(field);
        };
        view! { <li><a href=format!("#{field}") on:click=lead>{say(error)}</a></li> }
    };
    move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                    <h2>{say(words::ERROR_SUMMARY)}</h2>
                    <ul>{errors.into_iter().map(entry).collect_view()}</ul>
                </div>
            }
        })
    }
}
