//! The head of a page: where one is, its title, one line about its scope. Gives the window its title and takes the
//! focus when one has come from another page.

use crate::{browser, preferences::say, title};
use anju_domain::{language::Text, words::shell as words};
use leptos::prelude::*;

const HEADING: &str = "page-title";

/// The head of a page; `above` is the page from which it is reached, the children stand beside the title.
#[component]
pub(crate) fn PageHead(
    #[prop(into)] title: Signal<String>,
    /// What the window is called, when it says more than the title.
    #[prop(into, optional)]
    window_title: Option<Signal<String>>,
    #[prop(optional)] above: Option<(Text, &'static str)>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    title::show(window_title.unwrap_or(title));
    if title::has_moved() {
        browser::focus_soon(HEADING);
    }
    view! {
        {above.map(|(name, path)| {
            view! {
                <nav class="crumb" aria-label=say(words::BREADCRUMB)>
                    <a href=path>{say(name)}</a>
                    <span aria-hidden="true">" / "</span>
                    <span aria-current="page">{move || title.get()}</span>
                </nav>
            }
        })}
        <div class="head">
            <h1 id=HEADING tabindex="-1">{move || title.get()}</h1>
            {children.map(|children| children())}
        </div>
    }
}
