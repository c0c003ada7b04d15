//! 列入年度计划: the act of the office, with a page to check before sending. The browser foretells by the same rules,
//! the server decides; what it refuses stands in the rail.

use super::{
    context::{DossierContext, dossier},
    rail::REFUSED,
};
use crate::{
    browser,
    client::{Client, Failure, Options},
    findings::{Shown, stopping},
    ids::new_id,
    parts::dialog::Dialog,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    acts::PlanEntry as Request,
    api::EnterIntoPlan,
    exact::Money,
    finding::Gate,
    language::{Language, Text},
    model::{Dossier, Role},
    policy::stages::{CommitmentStatus, Stage},
    words::{fill, plan_entry as words, quantities, shell},
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// The act, for the office alone and only where it can be done; what was done, for everybody who did it.
#[component]
pub(super) fn PlanEntry() -> impl IntoView {
    let context = dossier();
    let session = session();
    let can = move || {
        let open = context.saved.get().is_some_and(|dossier| {
            let entry = &dossier.project_community;
            entry.stage == Stage::Reserve && entry.plan.is_none()
        });
        open && session.role() == Some(Role::Office)
    };
    view! {
        <div role="status">
            {move || context.done.get().map(|done| view! { <p class="notice done">{done}</p> })}
        </div>
        <Show when=can><Act context /></Show>
    }
    .into_any()
}

#[component]
fn Act(context: DossierContext) -> impl IntoView {
    let language = language();
    let open = RwSignal::new(false);
    let found = Memo::new(move |_| context.at_gate(Gate::G1));
    let label = move || match stopping(&found.read()) {
        0 => words::ACT.get(language.get()).to_owned(),
        n => fill(words::ACT_BLOCKED, language.get(), &[("n", &n.to_string())]),
    };
    let title =
        Signal::derive(move || format!("{} · {}", words::ACT.get(language.get()), words::CHECK.get(language.get())));
    view! {
        <p class="act">
            <button class="btn" class:main=move || stopping(&found.read()) == 0 type="button" on:click=move |_| open.set(true)>
                {label}
            </button>
        </p>
        <Dialog open title><Check context open found /></Dialog>
    }
    .into_any()
}

/// What will be sent, and what the rules say of it.
#[component]
fn Check(context: DossierContext, open: RwSignal<bool>, found: Memo<Vec<Shown>>) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    // One key and one identity for the whole dialog: sending it twice does it once.
    let (key, new_plan) = (new_id(), new_id());
    let send = move |_| {
        let Some(saved) = context.saved.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = enter(client, &saved, key, new_plan).await;
            if answer.is_ok() {
                context.read_after_act().await;
            }
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    let year = saved.project_community.plan_year.to_string();
                    context.done.set(Some(fill(words::DONE, language.get_untracked(), &[("year", &year)])));
                    context.refused.set(Vec::new());
                    open.set(false);
                }
                Err(refused) if !refused.findings().is_empty() => {
                    context.refused.set(refused.findings().to_vec());
                    open.set(false);
                    browser::focus_soon(REFUSED);
                }
                Err(other) => {
                    failure.try_set(Some(other));
                }
            }
        });
    };
    let submit = move || match (busy.get(), stopping(&found.read())) {
        (true, _) => words::BUSY,
        (false, 0) => words::SUBMIT,
        (false, _) => words::SUBMIT_ANYWAY,
    };
    view! {
        {move || context.saved.get().map(|dossier| facts(&dossier, language.get()))}
        {move || forecast(&found.read(), language.get())}
        {move || failure.get().map(|failure| view! {
            <p class="errors" role="alert"><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
        })}
        <div class="bar">
            <button class="btn main" type="button" on:click=send>{move || submit().get(language.get())}</button>
            <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
        </div>
    }
    .into_any()
}

async fn enter(client: Client, saved: &Dossier, key: Uuid, new_plan: Uuid) -> Result<(), Failure> {
    let entry = &saved.project_community;
    let options = Options { if_match: Some(entry.version), idempotency_key: Some(key.to_string()) };
    client.send::<EnterIntoPlan>(&[&entry.id.to_string()], &(), &Request { new_plan }, options).await.map(|_| ())
}

fn facts(dossier: &Dossier, language: Language) -> impl IntoView + use<> {
    let entry = &dossier.project_community;
    let year = entry.plan_year.to_string();
    let plan = match &dossier.plan {
        None => fill(words::PLAN_NEW, language, &[("year", &year)]),
        Some(plan) => {
            fill(words::PLAN_KNOWN, language, &[("year", &year), ("status", plan.status.text().get(language))])
        }
    };
    let total: Money = entry.lines.iter().map(|line| line.amount).sum();
    let secured: Money =
        entry.commitments.iter().filter(|one| one.status == CommitmentStatus::Secured).map(|one| one.amount).sum();
    let row = |name: Text, value: String| view! { <dt>{name.get(language)}</dt><dd>{value}</dd> };
    view! {
        <p>{fill(words::CHECK_LEAD, language, &[("name", &dossier.community.name), ("year", &year)])}</p>
        <dl class="facts">
            {row(words::PLAN, plan)}
            {row(words::HOUSEHOLDS, fill(quantities::HOUSEHOLDS, language, &[("n", &entry.scope_households.to_string())]))}
            {row(words::INVESTMENT, quantities::money(language, total))}
            {row(words::FUNDED, quantities::money(language, secured))}
        </dl>
    }
}

fn forecast(found: &[Shown], language: Language) -> impl IntoView + use<> {
    let stops = stopping(found);
    let warnings = found.len() - stops;
    let text = if stops == 0 {
        words::GATE_CLEAR.get(language).to_owned()
    } else {
        fill(words::GATE_STOPS, language, &[("n", &stops.to_string())])
    };
    let more = (warnings > 0).then(|| fill(words::GATE_WARNINGS, language, &[("n", &warnings.to_string())]));
    view! { <p class="notice" class:stop=stops.gt(&0) class:done=stops.eq(&0)>{text}" "{more}</p> }
}
