//! What a proof is, and how to restore, in words with the command to type.

use crate::{preferences::say, remote::Remote};
use anju_domain::{
    api::BackupsView,
    words::{backups as words, fill},
};
use leptos::prelude::*;

/// A folder that is not there yet, in the example.
const RESTORED: &str = "./restored";

#[component]
pub(super) fn Steps(view: Remote<BackupsView>) -> impl IntoView {
    let language = crate::preferences::language();
    let kept = move || {
        let kept = view.get()?.kept;
        Some(fill(words::KEPT, language.get(), &[("n", &kept.to_string())]))
    };
    let folder = move || view.get().map(|view| view.folder.clone());
    // The newest proved one: what `anju restore` takes of a folder by itself, written out so that it can be seen.
    let restore = move || {
        let view = view.get()?;
        let name = view.rows.iter().find(|row| row.is_proved()).map(|row| format!("/{}", row.name));
        Some(format!("anju restore {}{} --data {RESTORED}", view.folder, name.unwrap_or_default()))
    };
    view! {
        <div class="sheet backup-steps">
            <section class="cell">
                <p>{kept}</p>
                <p><code>{folder}</code></p>
                <p>{say(words::AWAY)}</p>
            </section>
            <section class="cell">
                <h2>{say(words::WHAT)}</h2>
                <p>{say(words::WHAT_DETAIL)}</p>
            </section>
            <section class="cell">
                <h2>{say(words::RESTORE)}</h2>
                <ol>
                    <li>{say(words::STEP_STOP)}</li>
                    <li>{say(words::STEP_RUN)}<br /><code>{restore}</code></li>
                    <li>{say(words::STEP_START)}<br /><code>{format!("anju serve --data {RESTORED}")}</code></li>
                    <li>{say(words::STEP_LATER)}</li>
                </ol>
            </section>
        </div>
    }
    .into_any()
}
