//! 职责落实情况: who has done how much, month by month, and the tasks behind each number; the office reminds.

mod heat;
mod reminding;
mod table;
mod tasks;

use super::raise::Raise;
use crate::{
    client::{Client, Options, address},
    live::Live,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{DUTY_STANDING_FILE, DutyStandingQuery, ReadDutyProgress},
    chart::Chart,
    duties::bound_to,
    indicators::{Filter, ProgrammeFacts, l09_duty_completion},
    lists::duty_standing::{derived, sorts},
    model::Role,
    words::{duties as words, quantities},
};
use heat::Heat;
use leptos::prelude::*;
use reminding::{ReminderDialog, Reminding};
use std::sync::Arc;
use table::UnitTable;
use tasks::Tasks;
use uuid::Uuid;

/// The address of the page.
const PATH: &str = "/duties/progress";
const UNIT: &str = "unit";
const MONTH: &str = "month";
const TASK: &str = "task";

/// 职责落实情况
#[component]
pub(crate) fn DutyProgress() -> impl IntoView {
    let language = language();
    let (client, live): (Client, Live) = (expect_context(), expect_context());
    // The duties alone: the page needs no community, and there may be thousands.
    let facts: Remote<ProgrammeFacts> = Remote::new();
    let ask = move || {
        facts.ask(async move { client.send::<ReadDutyProgress>(&[], &(), &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let query = Query::of_page();
    let reminding = Reminding::new();
    let is_office = session().view_untracked().is_some_and(|view| view.role == Role::Office);
    let chart = Memo::new(move |_| {
        let facts = facts.get()?;
        Some(Arc::new(l09_duty_completion::compute(&facts, &Filter::default(), language.get())))
    });
    let message = move || chart.with(|chart| chart.as_ref().map(|chart| said(chart)));
    let date = move || facts.get().map(|facts| quantities::date(language.get(), facts.as_of));
    let derived = move || facts.get().map(|facts| derived(&facts, language.get()));
    let file = move || {
        let asked =
            DutyStandingQuery { year: query.read(heat::YEAR), sort: query.get(table::SORT).filter(|by| sorts(by)) };
        address(DUTY_STANDING_FILE, &[], &asked)
    };
    view! {
        <div class="progress-page">
            <PageHead title=Signal::derive(move || words::PROGRESS_TITLE.get(language.get()).to_owned())>
                <p>{date}</p>
                <Export address=file />
            </PageHead>
            {is_office.then(|| view! {
                <div class="bar">
                    <button class="btn" type="button" on:click=move |_| reminding.ask(None, facts.get_untracked())>
                        {say(words::REMIND_ALL)}
                    </button>
                    <Raise opening=raised />
                </div>
            })}
            {move || facts.failure().filter(|_| !facts.is_here()).map(|failure| view! {
                <FailureNote failure retry=ask />
            })}
            <Show when=move || facts.is_here() fallback=move || facts.failure().is_none().then(Waiting)>
                <section class="sheet">
                    <p class="msg">{message}</p>
                    <UnitTable chart facts query reminding can_remind=is_office />
                    <p><small>{say(words::DERIVED)}" "{derived}</small></p>
                </section>
                <Heat facts query />
                <Tasks query />
            </Show>
            <ReminderDialog reminding />
        </div>
    }
    .into_any()
}

/// A task that has just been entered: open among those of its unit.
fn raised(unit: &str, task: Uuid) -> String {
    format!("{PATH}?{UNIT}={unit}&{TASK}={task}")
}

/// What the chart says in one sentence.
fn said(chart: &Chart) -> String {
    chart.empty.clone().unwrap_or_else(|| chart.message.clone())
}

/// Whether the tasks of a unit may be opened by who is signed in: a unit opens its own.
fn may_open(unit: &str) -> bool {
    session()
        .view_untracked()
        .is_some_and(|view| bound_to(view.role, view.unit.as_deref()).is_none_or(|own| own == unit))
}
