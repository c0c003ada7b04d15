//! 年度计划: the plans of the years with what has come of them, and one plan with its acts.

mod acting;
mod capacity;
mod dialog;
mod figures;
mod one;
mod sending;

use crate::{
    client::address,
    facts::Facts,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
        table::table_view,
    },
    preferences::{language, say},
    route::address as open_address,
    session::session,
};
use acting::{Act, Acting};
use anju_domain::{
    api::PLANS_FILE,
    lists::plans::table,
    model::Role,
    words::{plans as words, quantities},
};
use dialog::ActDialog;
use leptos::prelude::*;
use one::OnePlan;

/// 年度计划
#[component]
pub(crate) fn Plans() -> impl IntoView {
    let facts = Facts::follow();
    let address = open_address();
    let acting = Acting::new(facts);
    let year = Memo::new(move |_| address.segment(1).parse::<i32>().ok());
    view! {
        {move || match year.get() {
            Some(year) => view! { <OnePlan acting year /> }.into_any(),
            None => view! { <List acting /> }.into_any(),
        }}
        <ActDialog acting />
    }
    .into_any()
}

#[component]
fn List(acting: Acting) -> impl IntoView {
    let language = language();
    let facts = acting.facts.remote;
    let shown = Memo::new(move |_| {
        let facts = facts.get()?;
        let mut years: Vec<i32> = facts.plans.iter().map(|plan| plan.year).collect();
        years.sort_unstable();
        Some((table(&facts, language.get()), years))
    });
    let is_office = session().role() == Some(Role::Office);
    let date = move || facts.get().map(|facts| quantities::date(language.get(), facts.as_of));
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p>{date}</p>
            <Export address=move || address(PLANS_FILE, &[], &()) />
        </PageHead>
        {is_office.then(|| view! {
            <div class="bar">
                <button class="btn" type="button" on:click=move |_| acting.begin(Act::New, None)>{say(words::NEW)}</button>
            </div>
        })}
        <acting::Done acting />
        {move || facts.failure().filter(|_| !facts.is_here()).map(|failure| view! {
            <FailureNote failure retry=move || acting.facts.ask() />
        })}
        {move || match shown.get() {
            None => facts.failure().is_none().then(Waiting).into_any(),
            Some((table, _)) if table.rows.is_empty() => view! {
                <section class="note">
                    <h2>{say(words::EMPTY)}</h2>
                    <p>{say(words::EMPTY_DETAIL)}</p>
                </section>
            }
            .into_any(),
            Some((table, years)) => view! {
                <section class="sheet wide">
                    <p class="msg"><small>{say(words::NOTE)}</small></p>
                    {table_view(&table, |place| years.get(place).map(|year| format!("/plans/{year}")))}
                </section>
            }
            .into_any(),
        }}
    }
    .into_any()
}
