//! A menu of a few acts behind one button; it closes on Escape, when the focus leaves it and when an act is chosen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement, Node};

/// A menu. `face` is what its button shows, `label` what it is called; the children are list items.
#[component]
pub(crate) fn Menu(
    #[prop(into)] label: Signal<String>,
    class: &'static str,
    #[prop(into)] face: ViewFn,
    /// Says whether it is open, for what is asked for only then.
    #[prop(optional)]
    opened: Option<RwSignal<bool>>,
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let on_keydown = move |event: leptos::ev::KeyboardEvent| {
        if let Some(details) = details.get_untracked()
            && event.key() == "Escape"
            && details.open()
        {
            event.stop_propagation();
            close();
            focus_summary(&details);
        }
    };
    let on_focusout = move |event: leptos::ev::FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if let (Some(details), Some(to)) = (details.get_untracked(), to)
            && !details.contains(Some(&to))
        {
            close();
        }
    };
    let on_toggle = move |_| {
        if let (Some(details), Some(opened)) = (details.get_untracked(), opened) {
            opened.set(details.open());
        }
    };
    view! {
        <details
            class=format!("more {class}")
            node_ref=details
            on:keydown=on_keydown
            on:focusout=on_focusout
            on:toggle=on_toggle
        >
            <summary aria-label=move || label.get()>{face.run()}</summary>
            <ul on:click=move |_| close()>{children()}</ul>
        </details>
    }
}

fn focus_summary(details: &HtmlDetailsElement) {
    if let Some(summary) = details.first_element_child().and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
