//! The pages for an address that leads nowhere, to what the account may not see, or to a page that could not be fetched.

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

/// The page did not come. Loading everything anew is the way out when the server has another version by now.
#[component]
pub(crate) fn Missing(retry: impl Fn() + 'static) -> impl IntoView {
    let language = language();
    view! {
        <PageHead title=Signal::derive(move || words::PAGE_MISSING.get(language.get()).to_owned()) />
        <section class="note" role="alert">
            <p>{say(words::PAGE_MISSING_DETAIL)}</p>
            <p><button class="btn" type="button" on:click=move |_| retry()>{say(words::RETRY)}</button></p>
        </section>
    }
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
