//! What ends a password or keeps somebody out is asked before it is done.

use super::Accounts;
use crate::{
    parts::dialog::Dialog,
    preferences::{language, say},
};
use anju_domain::words::{accounts as words, fill, shell};
use leptos::prelude::*;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Reset { user: String, name: String },
    Disable { user: String, name: String },
}

/// The question.
#[component]
pub(super) fn QuestionDialog(page: Accounts) -> impl IntoView {
    let language = language();
    let open = RwSignal::new(false);
    Effect::new(move || open.set(page.question.read().is_some()));
    let title = Signal::derive(move || {
        let text = match page.question.get() {
            Some(Question::Disable { .. }) => words::DISABLE,
            _ => words::RESET,
        };
        text.get(language.get()).to_owned()
    });
    let asked = move || {
        page.question.get().map(|question| match question {
            Question::Reset { name, .. } => fill(words::RESET_ASK, language.get(), &[("name", &name)]),
            Question::Disable { name, .. } => fill(words::DISABLE_ASK, language.get(), &[("name", &name)]),
        })
    };
    let answer = move |_| {
        match page.question.get_untracked() {
            Some(Question::Reset { user, .. }) => page.reset(user),
            Some(Question::Disable { user, .. }) => page.set_state(user, true),
            None => {}
        }
        page.question.set(None);
    };
    // Escape closes the dialog itself.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            page.question.set(None);
        }
        is_open
    });
    view! {
        <Dialog open title>
            <p>{asked}</p>
            <div class="bar">
                <button class="btn main" type="button" on:click=answer>{move || title.get()}</button>
                <button class="btn" type="button" on:click=move |_| page.question.set(None)>{say(shell::CANCEL)}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
