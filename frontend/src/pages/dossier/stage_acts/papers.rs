//! 调出 and 撤销验收: a day, the reason, the document, and who consents.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Check, Input, Select, TextArea, day_of},
        sending::{Refusal, Sending},
    },
    Foot, lead,
};
use crate::preferences::language;
use anju_domain::{
    acts::{Act, RevocationEntry, RevokeAcceptance, Withdraw, WithdrawalEntry},
    api::{PostRevocation, PostWithdrawal},
    finding::Finding,
    model::Consenter,
    policy::stages::Stage,
    words::stage_acts as words,
};
use leptos::prelude::*;

/// Malformed places of a local decision; what the rules say is said by the server.
fn malformed(found: Option<Vec<Finding>>) -> Vec<Finding> {
    found.unwrap_or_default().into_iter().filter(|one| one.rule == "malformed").collect()
}

/// 调出
#[component]
pub(super) fn Out(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let day = RwSignal::new(today().to_string());
    let (reason, doc, consent) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let request = move || {
        Some(WithdrawalEntry {
            withdrawn_on: day_of(&day.get())?,
            reason: reason.get(),
            doc: doc.get(),
            consented_by: Consenter::from_code(&consent.get()),
        })
    };
    let faults = move || match (context.saved.get(), request()) {
        (Some(saved), Some(request)) => malformed(Withdraw::decide(&saved, &request, today()).err()),
        _ => vec![Finding::malformed("withdrawn_on", "missing_field")],
    };
    let wrong = Memo::new(move |_| if tried.get() { faults() } else { Vec::new() });
    let has_started = move || context.saved.get().is_some_and(|saved| saved.project_community.stage != Stage::Reserve);
    let consenters = Signal::derive(move || {
        let none = (String::new(), words::CHOOSE.get(language.get()).to_owned());
        let name = |one: Consenter| (one.code().to_owned(), one.text().get(language.get()).to_owned());
        vec![none, name(Consenter::Leader), name(Consenter::DeputyLeader)]
    });
    let consent_name = Signal::derive(move || words::CONSENTED_BY.get(language.get()).to_owned());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(saved) = context.saved.get_untracked() else { return };
        if let (true, Some(request)) = (untrack(faults).is_empty(), untrack(request)) {
            let (version, told) = (saved.project_community.version, words::WITHDRAWN);
            sending.send::<PostWithdrawal>(version, request, told, language.get_untracked(), move || open.set(false));
        }
    };
    let papers = move || {
        has_started().then(|| {
            view! {
                <Input id="out-doc" name=words::PLAN_PAPER kind="text" value=doc wrong path="doc" />
                <Select id="out-consent" name=consent_name options=consenters value=consent wrong path="consented_by" />
            }
        })
    };
    let lead = lead(words::WITHDRAW_LEAD);
    view! {
        <form class="source-form" novalidate on:submit=send>
            <p class="lead">{lead}</p>
            <Refusal sending title=words::REFUSED />
            <Input id="out-day" name=words::WITHDRAWN_ON kind="date" value=day wrong path="withdrawn_on" />
            <TextArea id="out-reason" name=words::REASON value=reason wrong path="reason" />
            {papers}
            <Foot open busy=sending.busy stops=false />
        </form>
    }
    .into_any()
}

/// 撤销验收
#[component]
pub(super) fn Revocation(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let day = RwSignal::new(today().to_string());
    let (reason, doc) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (consent, tried) = (RwSignal::new(false), RwSignal::new(false));
    let request = move || {
        Some(RevocationEntry {
            revoked_on: day_of(&day.get())?,
            reason: reason.get(),
            doc: doc.get(),
            office_head: consent.get(),
        })
    };
    let faults = move || match (context.saved.get(), request()) {
        (Some(saved), Some(request)) => malformed(RevokeAcceptance::decide(&saved, &request, today()).err()),
        _ => vec![Finding::malformed("revoked_on", "missing_field")],
    };
    let wrong = Memo::new(move |_| if tried.get() { faults() } else { Vec::new() });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(saved) = context.saved.get_untracked() else { return };
        if let (true, Some(request)) = (untrack(faults).is_empty(), untrack(request)) {
            let (version, told) = (saved.project_community.version, words::REVOKED);
            sending.send::<PostRevocation>(version, request, told, language.get_untracked(), move || open.set(false));
        }
    };
    let consent_name = Signal::derive(move || words::OFFICE_HEAD.get(language.get()).to_owned());
    let lead = lead(words::REVOKE_LEAD);
    view! {
        <form class="source-form" novalidate on:submit=send>
            <p class="lead">{lead}</p>
            <Refusal sending title=words::REFUSED />
            <Input id="revoke-day" name=words::REVOKED_ON kind="date" value=day wrong path="revoked_on" />
            <TextArea id="revoke-reason" name=words::REASON value=reason wrong path="reason" />
            <Input id="revoke-doc" name=words::DOC kind="text" value=doc wrong path="doc" />
            <Check name=consent_name value=consent />
            <Foot open busy=sending.busy stops=false />
        </form>
    }
    .into_any()
}
