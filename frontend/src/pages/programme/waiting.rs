//! There is no programme yet, and somebody else has to act: who that is. Once it is there the page follows by itself.

use crate::{
    live::Live,
    parts::page_head::PageHead,
    preferences::{language, say},
    session::session,
};
use anju_domain::words::programme as words;
use leptos::prelude::*;

/// Nothing can be shown before the office has begun the programme.
#[component]
pub(crate) fn WaitForProgramme() -> impl IntoView {
    let language = language();
    let live: Live = expect_context();
    let session = session();
    Effect::new(move |before: Option<u32>| {
        let heard = live.changes.get();
        if before.is_some_and(|before| before != heard) {
            session.ask();
        }
        heard
    });
    view! {
        <PageHead title=Signal::derive(move || words::WAIT.get(language.get()).to_owned()) />
        <section class="note"><p>{say(words::WAIT_DETAIL)}</p></section>
    }
    .into_any()
}
