//! 撤销登记: the reason is asked for, and what the act says of it stands below.

use super::{Money, dialog::Failed};
use crate::{
    pages::dossier::context::today,
    parts::{dialog::Dialog, entry_field::EntryField, stop_list::StopList},
    preferences::{language, say},
};
use anju_domain::{
    acts::{Act, MoneyTakenBack, TakeBackMoney},
    finding::Finding,
    rules,
    words::{money as words, shell},
};
use leptos::prelude::*;

/// The question.
#[component]
pub(super) fn BackDialog(money: Money) -> impl IntoView {
    let language = language();
    let draft = money.draft;
    let found = Memo::new(move |_| -> Vec<Finding> {
        if !money.back.get() {
            return Vec::new();
        }
        let Some(dossier) = money.context.saved.get() else { return Vec::new() };
        let request = MoneyTakenBack { id: draft.id.get(), reason: draft.reason.get() };
        TakeBackMoney::decide(&dossier, &request, today()).err().unwrap_or_default()
    });
    let wrong = Signal::derive(move || {
        let found = found.read();
        let at = found.iter().find(|finding| finding.path == "reason")?;
        money.tried.get().then(|| rules::message(at, language.get()))
    });
    let stops = Signal::derive(move || found.get().into_iter().filter(|one| one.path != "reason").collect::<Vec<_>>());
    let title = Signal::derive(move || words::TAKE_BACK_TITLE.get(language.get()).to_owned());
    let confirm = move |_| {
        money.tried.set(true);
        if found.read_untracked().iter().all(|one| one.rule != "malformed") {
            money.take_back(draft.id.get_untracked(), draft.reason.get_untracked());
        }
    };
    view! {
        <Dialog open=money.back title>
            <p>{say(words::TAKE_BACK_LEAD)}</p>
            <Failed money />
            <EntryField id="back-reason" name=words::REASON value=draft.reason wrong />
            <StopList found=stops />
            <div class="bar">
                <button class="btn main" type="button" aria-disabled=move || money.busy.get().then_some("true") on:click=confirm>
                    {say(words::TAKE_BACK)}
                </button>
                <button class="btn" type="button" on:click=move |_| money.back.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
