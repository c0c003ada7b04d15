//! A question that must be answered before anything else: the browser's own modal dialog.

use leptos::prelude::*;

/// A modal dialog, open while `open` says so; Escape closes it.
#[component]
pub(crate) fn Dialog(open: RwSignal<bool>, #[prop(into)] title: Signal<String>, children: ChildrenFn) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="dialog-title" on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <h2 id="dialog-title">{move || title.get()}</h2>
                {children()}
            </Show>
        </dialog>
    }
}
