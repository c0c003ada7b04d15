//! 到位支付: what has arrived and was paid by source, row by row, below the sheet of the funding. The office enters, corrects
//! and takes back; everybody else reads.

mod back;
mod dialog;
mod draft;
mod ledger;
mod sending;
mod sums;

use super::{
    context::{DossierContext, dossier},
    kept::Kept,
};
use crate::{
    client::{Client, Failure},
    one_key::OneKey,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    language::Text,
    model::Role,
    words::{funding as funding_words, money as words},
};
use back::BackDialog;
use dialog::EntryDialog;
use draft::Draft;
use ledger::Ledger;
use leptos::prelude::*;
use sums::Sums;

/// What the parts share.
#[derive(Clone, Copy)]
struct Money {
    context: DossierContext,
    client: Client,
    can_edit: bool,
    /// Whether the dialog of an entry is open.
    open: RwSignal<bool>,
    draft: Draft,
    /// Whether the question for the reason of a row that is taken back is open.
    back: RwSignal<bool>,
    busy: RwSignal<bool>,
    /// Whether sending was tried: from then on everything that is wrong is told.
    tried: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    done: RwSignal<Option<Text>>,
    /// What is kept of the open dialog on the device, and the version that it was made of.
    kept: StoredValue<Option<Kept>>,
    key: OneKey,
}

/// 到位支付
#[component]
pub(crate) fn MoneyPart() -> impl IntoView {
    let language = language();
    let money = Money {
        context: dossier(),
        client: expect_context(),
        can_edit: session().role() == Some(Role::Office),
        open: RwSignal::new(false),
        draft: Draft::new(),
        back: RwSignal::new(false),
        busy: RwSignal::new(false),
        tried: RwSignal::new(false),
        failure: RwSignal::new(None),
        done: RwSignal::new(None),
        kept: StoredValue::new(None),
        key: OneKey::new(),
    };
    let done = move || money.done.get().map(|done| view! { <p class="notice done">{done.get(language.get())}</p> });
    view! {
        <section class="money" aria-labelledby="money-title">
            <div class="bar">
                <h2 id="money-title">{say(words::RECEIVED_AND_PAID)}</h2>
                <small>{say(funding_words::UNIT)}</small>
                <Show when=move || money.can_edit>
                    <button class="btn end" type="button" on:click=move |_| money.begin(draft::Kind::Receipt)>
                        {say(words::ADD_RECEIPT)}
                    </button>
                    <button class="btn" type="button" on:click=move |_| money.begin(draft::Kind::Payment)>
                        {say(words::ADD_PAYMENT)}
                    </button>
                </Show>
            </div>
            <div role="status">{done}</div>
            <Sums money />
            <Ledger money />
            <Show when=move || money.can_edit>
                <EntryDialog money />
                <BackDialog money />
            </Show>
        </section>
    }
    .into_any()
}
