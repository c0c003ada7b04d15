//! 不涉及: the reason is asked for, and what the act says of it stands below while it is typed.

use super::{entry::Entry, findings::Findings};
use crate::{
    parts::dialog::Dialog,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    acts::{Act, DutyWaiver, WaiveDuty},
    finding::Finding,
    words::{duties as words, shell},
};
use leptos::prelude::*;

/// The question for the reason.
#[component]
pub(super) fn WaiveDialog(entry: Entry, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let reason = RwSignal::new(String::new());
    let found = Memo::new(move |_| -> Vec<Finding> {
        let (Some(facts), Some(view)) = (entry.facts(), session().view()) else { return Vec::new() };
        WaiveDuty::decide(&facts, &DutyWaiver { reason: reason.get() }, view.today).err().unwrap_or_default()
    });
    let confirm = move || {
        if found.read_untracked().is_empty() {
            entry.waive(reason.get_untracked());
            open.set(false);
        }
    };
    let title = Signal::derive(move || words::WAIVE_TITLE.get(language.get()).to_owned());
    view! {
        <Dialog open title>
            <div class="waive">
                <label for="waive-reason">{say(words::WAIVE_REASON)}</label>
                <textarea
                    id="waive-reason"
                    rows="3"
                    maxlength="4000"
                    prop:value=move || reason.get()
                    on:input:target=move |event| reason.set(event.target().value())
                ></textarea>
                {move || view! { <Findings found=found.get() /> }}
            </div>
            <div class="bar">
                <button
                    class="btn main"
                    type="button"
                    aria-disabled=move || (!found.read().is_empty()).then_some("true")
                    on:click=move |_| confirm()
                >
                    {say(words::WAIVE_CONFIRM)}
                </button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
