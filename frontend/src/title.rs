//! The title of the window: the page's name, in the language of the moment, marked when a form has errors.

use crate::{browser, preferences::language};
use anju_domain::words::{self, fill};
use leptos::prelude::*;

/// What the title says besides the name of the page.
#[derive(Clone, Copy)]
struct Title {
    has_errors: RwSignal<bool>,
    /// Whether a page was shown before: the first one leaves the focus alone.
    moved: StoredValue<bool>,
}

pub(crate) fn provide() {
    provide_context(Title { has_errors: RwSignal::new(false), moved: StoredValue::new(false) });
}

/// Shows the name of the page in the title as long as the page is open.
pub(crate) fn show(name: Signal<String>) {
    let Title { has_errors, .. } = expect_context();
    let language = language();
    has_errors.set(false);
    Effect::new(move || {
        let language = language.get();
        let mut title = fill(words::shell::TITLE_JOIN, language, &[("page", &name.get())]);
        if has_errors.get() {
            title = fill(words::shell::ERROR_TITLE, language, &[("page", &title)]);
        }
        browser::set_title(&title);
    });
}

/// Marks the title as that of a form with errors. It is asked for while the page is built: when an answer has come there
/// is no context to ask any more.
pub(crate) fn error_mark() -> RwSignal<bool> {
    let title: Title = expect_context();
    title.has_errors
}

/// Whether the user has moved on from the page that was opened first.
pub(crate) fn has_moved() -> bool {
    let title: Title = expect_context();
    let moved = title.moved.get_value();
    title.moved.set_value(true);
    moved
}
