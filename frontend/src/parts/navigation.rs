//! The navigation: only what exists and the role may see, no heading without a page under it.

use crate::{
    pages::{PLACES, Place, place_of},
    preferences::say,
    route::address,
    session::session,
};
use anju_domain::{language::Text, model::Role, words::shell as words};
use leptos::prelude::*;

/// The navigation. On a narrow screen it is behind the menu button.
#[component]
pub(crate) fn Navigation(menu_open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let path = address().path;
    // Whoever has chosen a page wants to see it, not the menu.
    Effect::new(move || {
        path.track();
        menu_open.set(false);
    });
    let is_here = move |place: &Place, role: Role| {
        path.with(|path| place_of(path, role).is_some_and(|here| here.path == place.path))
    };
    let links = move || {
        let Some(role) = session.role() else { return Vec::new() };
        let mut heading: Option<Text> = None;
        let mut out = Vec::new();
        for place in PLACES.iter().filter(|place| (place.seen_by)(role)) {
            if place.group != heading {
                heading = place.group;
                if let Some(group) = heading {
                    out.push(view! { <h2>{say(group)}</h2> }.into_any());
                }
            }
            let current = move || is_here(place, role).then_some("page");
            out.push(view! { <a href=place.path aria-current=current>{say(place.name)}</a> }.into_any());
        }
        out
    };
    view! {
        <nav class="side" id="navigation" class:open=move || menu_open.get() aria-label=say(words::NAVIGATION)>
            {links}
        </nav>
    }
}
