//! The pages of an opened PDF: an element for each, into which the script draws those that are near.

use super::leafing::Leafing;
use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{fill, pdf as words},
};
use leptos::{html, prelude::*};
use std::collections::BTreeMap;

/// The pages, one under the other; those that are near are drawn.
#[component]
pub(super) fn Pages(
    leafing: Leafing,
    name: String,
    shown: u32,
    total: u32,
    notes: RwSignal<BTreeMap<u32, Text>>,
) -> impl IntoView {
    let language = language();
    let place = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let Some(place) = place.get() else { return };
        // Once it stands in the page and has a width.
        request_animation_frame(move || {
            leafing.opened.try_with_value(|opened| opened.iter().for_each(|opened| opened.follow(&place)));
        });
    });
    let page = |number: u32| {
        let name = name.clone();
        let label = move || {
            let (n, all) = (number.to_string(), total.to_string());
            fill(words::PAGE_OF, language.get(), &[("name", &name), ("n", &n), ("all", &all)])
        };
        let note = Memo::new(move |_| notes.with(|notes| notes.get(&number).copied()));
        view! {
            <div class="pdf-page" data-page=number.to_string()>
                <canvas role="img" aria-label=label></canvas>
                {move || note.get().map(|text| view! { <p>{say(text)}</p> })}
            </div>
        }
    };
    let pages = (1..=shown).map(page).collect_view();
    let label = move || fill(words::PAGES_OF, language.get(), &[("name", &name)]);
    view! {
        <div
            class="pdf-box"
            node_ref=place
            tabindex="0"
            role="region"
            aria-label=label
            on:keydown=move |event| leafing.key(&event)
        >
            {pages}
        </div>
    }
    .into_any()
}
