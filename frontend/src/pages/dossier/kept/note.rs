//! What is told of what is kept: both versions, and that a draft was filled in.

use super::{super::editing::told, Kept};
use crate::preferences::language;
use anju_domain::words::{editing, fill, funding as words};
use leptos::prelude::*;

/// Above the buttons of the form: what somebody else has saved meanwhile, and whether a draft was filled in or kept.
#[component]
pub(in crate::pages::dossier) fn KeptNote(
    kept: Kept,
    /// Whether it is being sent: then what has just been saved is no one else's.
    busy: RwSignal<bool>,
) -> impl IntoView {
    let language = language();
    let stale = Memo::new(move |_| kept.is_stale() && !busy.get());
    let versions = move || {
        let rows = kept.conflicts(language.get());
        (!rows.is_empty()).then(|| told::versions(editing::PLACE_HEAD, rows, language.get()))
    };
    let note = move || {
        let language = language.get();
        let restored = kept.restored.get().then(|| words::RESTORED.get(language).to_owned());
        let at = kept.kept_at.get();
        let text = at.map(|time| fill(words::DRAFT_KEPT, language, &[("time", &time)])).or(restored)?;
        Some(view! {
            <p class="notice">
                {text}" "
                <button class="link" type="button" on:click=move |_| kept.discard()>{words::DISCARD.get(language)}</button>
            </p>
        })
    };
    view! {
        <Show when=move || stale.get()>{told::stale(versions, move || kept.rebase())}</Show>
        <div role="status">{note}</div>
    }
    .into_any()
}
