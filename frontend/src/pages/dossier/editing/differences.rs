//! One line about what differs from what is saved, and what was done.

use super::form::{Form, Notice};
use crate::preferences::say;
use anju_domain::{
    language::Language,
    words::{editing as words, fill, funding},
};
use leptos::prelude::*;

/// When the draft was kept, and how many places differ.
pub(super) fn state(form: Form, language: Language) -> String {
    let sound = form.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.faults.is_empty()));
    let kept = if sound { funding::DRAFT_AT } else { funding::DRAFT_KEPT };
    let kept = form.kept_at.get().map(|time| fill(kept, language, &[("time", &time)]));
    let count = form.edits.with(super::edits::Edits::count);
    let differs = if count == 0 {
        funding::UNCHANGED.get(language).to_owned()
    } else {
        fill(words::DIFFERS, language, &[("n", &count.to_string())])
    };
    let spaced = if language == Language::Zh { "" } else { " " };
    [kept, Some(differs)].into_iter().flatten().collect::<Vec<_>>().join(spaced)
}

/// What was done.
pub(super) fn status(form: Form, language: Language) -> Option<AnyView> {
    let notice = form.notice.get()?;
    let text = match &notice {
        Notice::Saved => funding::SAVED.get(language).to_owned(),
        Notice::Restored => funding::RESTORED.get(language).to_owned(),
        Notice::Discarded(_) => funding::DISCARDED.get(language).to_owned(),
        Notice::Rebased => funding::REBASED.get(language).to_owned(),
        Notice::Pasted(n) => fill(words::CAME_IN, language, &[("n", &n.to_string())]),
        Notice::Failed(_) => return None,
    };
    let done = notice == Notice::Saved;
    let undo = if let Notice::Discarded(cells) = notice { Some(cells) } else { None };
    let undo = undo.map(|cells| {
        view! {
            <button class="link" type="button" on:click=move |_| form.take_back(cells.clone())>{say(funding::TAKE_BACK)}</button>
        }
    });
    Some(view! { <p class="notice" class:done=done>{text}{undo}</p> }.into_any())
}
