//! A place where files are dropped; pickers stand in it.

use leptos::{
    ev::{DragEvent, Event},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

/// The place; `take` gets what is dropped there.
#[component]
pub(crate) fn DropPlace(take: impl Fn(Option<FileList>) + 'static, children: Children) -> impl IntoView {
    let over = RwSignal::new(false);
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let dragged = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div
            class="drop"
            class:over=move || over.get()
            on:drop=dropped
            on:dragover=dragged
            on:dragleave=move |_| over.set(false)
        >
            {children()}
        </div>
    }
    .into_any()
}

/// What was picked. The same file may be picked once more, after it was changed or left out.
pub(crate) fn picked(event: &Event, take: impl FnOnce(Option<FileList>)) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    take(input.files());
    input.set_value("");
}
