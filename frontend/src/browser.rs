//! The few things asked of the browser itself: title, focus, storage, downloads.
//!
//! Every one of them may be missing or refused (private windows, old settings); then nothing happens.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, Storage, Url, Window};

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Removes the element with this id.
pub(crate) fn remove(id: &str) {
    if let Some(element) = by_id(id) {
        element.remove();
    }
}

/// Moves the focus to the element with this id, and the page to where it is.
pub(crate) fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus once what is being drawn stands.
pub(crate) fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}

/// The title of the window.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of `<html>`.
pub(crate) fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What the browser remembers under this name.
pub(crate) fn remembered(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Lets the browser remember; `None` forgets.
pub(crate) fn remember(name: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}

/// The names under which the browser remembers something.
pub(crate) fn remembered_names() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or(0);
    (0..count).filter_map(|index| storage.key(index).ok()?).collect()
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Hands the user a file of this text or these bytes.
pub(crate) fn download(name: &str, kind: &str, content: &JsValue) {
    let _ = try_download(name, kind, content);
}

fn try_download(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // Text or bytes: a blob takes both.
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(content), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    if let Some(link) = document().and_then(|document| document.create_element("a").ok()) {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        // The router would take a click on a link inside the page for a navigation; this one is outside.
        link.click();
    }
    Url::revoke_object_url(&url)
}

/// Calls `act` whenever `target` fires `event`, as long as the page lives.
pub(crate) fn forever(target: &web_sys::EventTarget, event: &str, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    act.forget();
}
