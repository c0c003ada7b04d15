//! The pages for an address that leads nowhere, or to what the account may not see.

use crate::{
    pages::home,
    parts::page_head::PageHead,
    preferences::{language, say},
    session::session,
};
use anju_domain::{language::Text, words::shell as words};
use leptos::prelude::*;

/// There is no such page.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    note(words::NOT_FOUND, words::NOT_FOUND_DETAIL)
}

/// The account may not see this page.
#[component]
pub(crate) fn Forbidden() -> impl IntoView {
    note(words::FORBIDDEN, words::FORBIDDEN_DETAIL)
}

fn note(title: Text, detail: Text) -> impl IntoView {
    let language = language();
    let first = session().view_untracked().map_or("/", |view| home(view.role));
    view! {
        <PageHead title=Signal::derive(move || title.get(language.get()).to_owned()) />
        <section class="note">
            <p>{say(detail)}</p>
            <p><a class="btn" href=first>{say(words::HOME)}</a></p>
        </section>
    }
}
