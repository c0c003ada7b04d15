//! Addresses: which page is open, and the way to another one without loading everything anew.
//!
//! A router of a hundred lines instead of the framework's: pages are a dozen, and this one costs a tenth of the other in
//! what the first page loads.

use crate::browser;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlAnchorElement, MouseEvent, UrlSearchParams, Window};

/// The address that is open.
#[derive(Clone, Copy)]
pub(crate) struct Address {
    /// Path, such as `/communities`.
    pub(crate) path: RwSignal<String>,
    /// Query without its question mark, empty when there is none.
    pub(crate) query: RwSignal<String>,
}

impl Address {
    /// Takes the browser's address and follows it: back and forward, and clicks on links to pages.
    pub(crate) fn provide() {
        let address = Self { path: RwSignal::new(String::new()), query: RwSignal::new(String::new()) };
        address.read();
        provide_context(address);
        let Some(window) = browser::window() else { return };
        browser::forever(&window, "popstate", move || address.read());
        let clicked = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            if let Some(to) = page_clicked(&event) {
                event.prevent_default();
                address.go(&to, false);
            }
        });
        let _ = window.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
        clicked.forget();
    }

    /// Opens a page; with `replace` it takes the place of the one that is open, so that "back" leads past it.
    pub(crate) fn go(self, to: &str, replace: bool) {
        let Some(window) = browser::window() else { return };
        let before = self.path.get_untracked();
        if let Ok(history) = window.history() {
            let _ = match replace {
                true => history.replace_state_with_url(&JsValue::NULL, "", Some(to)),
                false => history.push_state_with_url(&JsValue::NULL, "", Some(to)),
            };
        }
        self.read();
        if self.path.get_untracked() != before {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Opens something within the page that is shown: where it is scrolled to stays.
    pub(crate) fn open_in_place(self, to: &str) {
        if let Some(history) = browser::window().and_then(|window| window.history().ok()) {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(to));
        }
        self.read();
    }

    fn read(self) {
        let Some(location) = browser::window().map(|window| window.location()) else { return };
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default().trim_start_matches('?').to_owned();
        if self.path.get_untracked() != path {
            self.path.set(path);
        }
        if self.query.get_untracked() != query {
            self.query.set(query);
        }
    }

    /// The segment of the path at this place, from 0; empty when there is none.
    pub(crate) fn segment(self, place: usize) -> String {
        self.path.with(|path| {
            let segment = path.split('/').skip(1).nth(place).unwrap_or_default();
            js_sys::decode_uri_component(segment).map_or_else(|_| segment.to_owned(), String::from)
        })
    }
}

/// The address, from anywhere inside the application.
pub(crate) fn address() -> Address {
    expect_context()
}

/// The page of this application that a click asks for: a plain click on a link to a path of the same origin.
fn page_clicked(event: &MouseEvent) -> Option<String> {
    let special = event.button() != 0 || event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    if special || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let location = browser::window().as_ref().map(Window::location)?;
    let leaves =
        link.origin() != location.origin().ok()? || link.has_attribute("download") || !link.target().is_empty();
    // A place within the same page is the browser's own affair, and so is what the server writes itself.
    let within = !link.hash().is_empty() && link.pathname() == location.pathname().ok()?;
    let server = link.pathname().starts_with("/api/") || link.pathname() == "/unsupported";
    (!leaves && !within && !server).then(|| format!("{}{}", link.pathname(), link.search()))
}

/// The state of a page that stands in its address, so that a link shows the same page.
#[derive(Clone, Copy)]
pub(crate) struct Query(Address);

impl Query {
    /// The query of the page that is open.
    pub(crate) fn of_page() -> Self {
        Self(address())
    }

    /// A value, when it is there and not empty.
    pub(crate) fn get(self, name: &str) -> Option<String> {
        self.0
            .query
            .with(|query| UrlSearchParams::new_with_str(query).ok()?.get(name))
            .filter(|value| !value.is_empty())
    }

    /// A value that can be read as `T`.
    pub(crate) fn read<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// Changes some values; an empty one goes. It takes the place of the state before in the browser's history.
    pub(crate) fn set(self, changes: &[(&'static str, &str)]) {
        let Ok(params) = UrlSearchParams::new_with_str(&self.0.query.get_untracked()) else { return };
        for (name, value) in changes {
            match value.is_empty() {
                true => params.delete(name),
                false => params.set(name, value),
            }
        }
        let query = String::from(params.to_string());
        let mark = if query.is_empty() { "" } else { "?" };
        self.0.go(&format!("{}{mark}{query}", self.0.path.get_untracked()), true);
    }
}
