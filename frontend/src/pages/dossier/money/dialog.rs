//! The dialog of a receipt or payment: its fields, and what the rules say of it while it is typed.

use super::{
    Money,
    draft::{Kind, code_of},
    sending::{REFUSED, Verdict},
};
use crate::{
    naming,
    pages::dossier::{
        context::today,
        kept::{Kept, KeptNote},
    },
    parts::{
        dialog::Dialog,
        entry_field::{EntryChoice, EntryField},
        stop_list::StopList,
    },
    preferences::{language, say},
};
use anju_domain::{
    finding::Finding,
    language::Text,
    lists::money::{MoneySheet, source_name},
    rules,
    words::{fill, money as words, shell},
};
use leptos::prelude::*;

/// Faults that are told while one types, before sending is tried.
const AT_ONCE: [&str; 5] = ["repeated_voucher", "day_to_come", "before_programme", "too_large", "not_above_zero"];

/// The dialog.
#[component]
pub(super) fn EntryDialog(money: Money) -> impl IntoView {
    let language = language();
    let draft = money.draft;
    let title = Signal::derive(move || {
        let text = match (draft.kind.get(), draft.correcting.get()) {
            (Kind::Receipt, false) => words::ADD_RECEIPT,
            (Kind::Payment, false) => words::ADD_PAYMENT,
            (Kind::Receipt, true) => words::CORRECT_RECEIPT,
            (Kind::Payment, true) => words::CORRECT_PAYMENT,
        };
        text.get(language.get()).to_owned()
    });
    view! { <Dialog open=money.open title><Form money /></Dialog> }.into_any()
}

#[component]
fn Form(money: Money) -> impl IntoView {
    let language = language();
    let draft = money.draft;
    let kept = draft.keeping();
    money.kept.set_value(Some(kept));
    let sheet = Memo::new(move |_| money.context.saved.get().map(|dossier| MoneySheet::of(&dossier, today())));
    let verdict = Memo::new(move |_| money.verdict());
    let wrong = move |path: &'static str| {
        Signal::derive(move || {
            let verdict = verdict.read();
            let finding = verdict.at(path)?;
            let why = finding.params.text("why").unwrap_or_default();
            (money.tried.get() || AT_ONCE.contains(&why)).then(|| rules::message(finding, language.get()))
        })
    };
    let amount_rule = wrong("amount");
    // A number that can't be read says why as soon as something stands there.
    let amount_wrong = Signal::derive(move || {
        let typed = !draft.amount.read().trim().is_empty();
        let unread = draft.amount_fault(language.get()).filter(|_| typed || money.tried.get());
        unread.or_else(|| amount_rule.get())
    });
    let sources = Signal::derive(move || {
        let language = language.get();
        let sheet = sheet.get().unwrap_or_default();
        sheet.sources.iter().map(|one| (code_of(&one.source), source_name(&one.source, language))).collect::<Vec<_>>()
    });
    let lines = Signal::derive(move || {
        let (Some(dossier), Some(sheet)) = (money.context.saved.get(), sheet.get()) else { return Vec::new() };
        let of_source = draft.source().and_then(|source| sheet.of_source(&source).map(|one| one.lines.clone()));
        let of_source = of_source.unwrap_or_default();
        let language = language.get();
        // What the source is committed to comes first; what else is built can be chosen and is refused with its reason.
        let (mut first, rest): (Vec<_>, Vec<_>) =
            dossier.project_community.lines.iter().partition(|line| of_source.contains(&line.id));
        first.extend(rest);
        first.into_iter().map(|line| (line.id.clone(), naming::item_with_code(&line.item, language))).collect()
    });
    let available = Signal::derive(move || {
        let source = draft.source()?;
        let sheet = sheet.get()?;
        let left = sheet.of_source(&source)?.sums.left().wan();
        Some(fill(words::AVAILABLE, language.get(), &[("left", &left)]))
    });
    let hint = Signal::derive(move || Some(words::ONE_PAPER.get(language.get()).to_owned()));
    let cancel = move |_| {
        kept.drop();
        money.open.set(false);
    };
    let is_payment = move || draft.kind.get() == Kind::Payment;
    view! {
        <Failed money />
        <KeptNote kept busy=money.busy />
        <div class="entry-fields">
            <EntryChoice id="money-source" name=words::SOURCE value=draft.source blank=words::CHOOSE options=sources wrong=wrong("funding") />
            <Show when=is_payment>
                <EntryChoice id="money-line" name=words::LINE value=draft.line blank=words::CHOOSE options=lines wrong=wrong("line") />
            </Show>
            <EntryField id="money-date" name=words::DATE value=draft.date kind="date" wrong=wrong("date") />
            <EntryField id="money-amount" name=words::AMOUNT value=draft.amount hint=available wrong=amount_wrong />
            <EntryField id="money-doc" name=words::DOC_NO value=draft.doc_no hint=hint wrong=wrong("doc_no") />
            <EntryField id="money-voucher" name=words::VOUCHER value=draft.voucher wrong=wrong("voucher") />
            <Show when=is_payment>
                <EntryField id="money-payee" name=words::PAYEE value=draft.payee wrong=wrong("payee") />
                <EntryField id="money-purpose" name=words::PURPOSE value=draft.purpose wrong=wrong("purpose") />
            </Show>
            <Show when=move || draft.correcting.get()>
                <EntryField id="money-reason" name=words::REASON value=draft.reason wrong=wrong("reason") />
            </Show>
        </div>
        <Said money verdict />
        <div class="bar">
            <button class="btn main" type="button" aria-disabled=move || money.busy.get().then_some("true") on:click=move |_| money.save()>
                {move || if money.busy.get() { words::SAVING } else { words::SAVE }.get(language.get())}
            </button>
            <button class="btn" type="button" on:click=cancel>{say(shell::CANCEL)}</button>
        </div>
    }
    .into_any()
}

/// What the rules say of what is typed, by the check of this browser.
#[component]
fn Said(money: Money, verdict: Memo<Verdict>) -> impl IntoView {
    let language = language();
    // What the server has just said is not said twice.
    let is_told = move || money.failure.read().as_ref().is_none_or(|failure| failure.findings().is_empty());
    let stops = Signal::derive(move || if is_told() { verdict.read().of_rules() } else { Vec::new() });
    let later = Signal::derive(move || verdict.read().later.clone());
    let counted = move |text: Text, found: Signal<Vec<Finding>>| {
        let n = found.read().len();
        (n > 0).then(|| fill(text, language.get(), &[("n", &n.to_string())]))
    };
    let is_clear = move || verdict.with(|verdict| verdict.stops.is_empty() && verdict.later.is_empty());
    view! {
        <div class="said" role="status">
            {move || counted(words::FINDINGS_PAYMENT, stops).map(|text| view! { <p class="notice stop">{text}</p> })}
            <StopList found=stops />
            {move || counted(words::FINDINGS_RECEIPT, later).map(|text| view! { <p class="notice warn">{text}</p> })}
            <StopList found=later />
            {move || is_clear().then(|| view! { <p class="notice done">{say(words::CLEAR)}</p> })}
        </div>
    }
    .into_any()
}

/// Why it was not stored: what the server said.
#[component]
pub(super) fn Failed(money: Money) -> impl IntoView {
    let language = language();
    let found = Signal::derive(move || {
        money.failure.read().as_ref().map(|failure| failure.findings().to_vec()).unwrap_or_default()
    });
    move || {
        let failure = money.failure.get()?;
        // Where both versions are shown nothing else is said of somebody else's.
        let both_shown = money.kept.get_value().is_some_and(Kept::is_stale);
        if failure.is_stale() && money.open.get() && both_shown {
            return None;
        }
        let language = language.get();
        let stops = failure.findings().len();
        let (title, detail) = match failure.is_stale() {
            true => (words::STALE.get(language).to_owned(), words::STALE_DETAIL.get(language).to_owned()),
            _ if stops > 0 => (
                fill(words::REFUSED, language, &[("n", &stops.to_string())]),
                words::REFUSED_DETAIL.get(language).to_owned(),
            ),
            _ => (failure.title(language), failure.detail(language)),
        };
        Some(view! {
            <div class="errors" id=REFUSED tabindex="-1" role="alert">
                <h3>{title}</h3>
                <p>{detail}</p>
                <StopList found />
            </div>
        })
    }
}
