//! The address of a rule, to be copied into a letter or a chat. Without the clipboard (browsers keep it from pages
//! without TLS) the address is shown to be marked and copied by hand.

use crate::{
    browser,
    preferences::{language, say},
};
use anju_domain::words::rules as words;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Copies the address of a rule.
#[component]
pub(super) fn CopyLink(id: &'static str) -> impl IntoView {
    let language = language();
    let copied = RwSignal::new(None::<bool>);
    let address = format!("{}/rules/{id}", origin());
    let shown = address.clone();
    let copy = move |_| copied.set(Some(to_clipboard(&address).is_some()));
    view! {
        <p class="copy">
            <button class="btn" type="button" on:click=copy>{say(words::LINK)}</button>
            <span role="status">{move || (copied.get() == Some(true)).then(|| words::LINK_COPIED.get(language.get()))}</span>
            {move || (copied.get() == Some(false)).then(|| view! { <code>{shown.clone()}</code> })}
        </p>
    }
    .into_any()
}

fn origin() -> String {
    browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// `navigator.clipboard.writeText`, where there is one.
fn to_clipboard(text: &str) -> Option<()> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(|found| !found.is_undefined());
    let window: JsValue = browser::window()?.into();
    let clipboard = get(&get(&window, "navigator")?, "clipboard")?;
    let write: Function = get(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok().map(drop)
}
