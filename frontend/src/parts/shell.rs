//! The frame around every page: way to the content, head, navigation, the word that the connection is lost.

use super::{head::Head, navigation::Navigation};
use crate::{browser, live::Live, preferences::say};
use anju_domain::words::shell as words;
use leptos::prelude::*;

/// The frame around every page.
#[component]
pub(crate) fn Shell(children: ChildrenFn) -> impl IntoView {
    let live: Live = expect_context();
    let menu_open = RwSignal::new(false);
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{say(words::SKIP)}</a>
        <Head menu_open />
        <Navigation menu_open />
        <main id="main" tabindex="-1">
            <p class="offline" role="status" class:on=move || live.broken.get()>
                {move || live.broken.get().then(|| say(words::OFFLINE)())}
            </p>
            {children()}
        </main>
    }
}
