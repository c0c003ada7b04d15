//! One plan: its figures against what has come about, fiscal capacity, its communities, what was done with it.

use super::{
    acting::{Act, Acting, Done},
    capacity::Capacity,
};
use crate::{
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    chart::Cell,
    exact::{Ratio, grouped},
    indicators::ProgrammeFacts,
    language::{Language, Text},
    model::{AnnualPlan, PlanEvent, Role},
    plans::{PlanStanding, Size},
    policy::stages::PlanStatus,
    words::{fill, plans as words, quantities},
};
use leptos::prelude::*;
use std::sync::Arc;

/// How a figure of a size is shown.
type Shown = fn(&Size) -> String;

/// The page of a year.
#[component]
pub(super) fn OnePlan(acting: Acting, year: i32) -> impl IntoView {
    let language = language();
    let facts = acting.facts.remote;
    let title = Signal::derive(move || fill(words::PLAN_OF, language.get(), &[("year", &year.to_string())]));
    let plan = Memo::new(move |_| facts.get()?.plans.iter().find(|plan| plan.year == year).cloned());
    let is_office = session().role() == Some(Role::Office);
    let status =
        move || plan.get().map(|plan| view! { <span class="tag">{plan.status.text().get(language.get())}</span> });
    view! {
        <PageHead title above=(words::TITLE, "/plans")><p>{status}</p></PageHead>
        {move || facts.failure().filter(|_| !facts.is_here()).map(|failure| view! {
            <FailureNote failure retry=move || acting.facts.ask() />
        })}
        {is_office.then(|| view! { <Acts acting plan /> })}
        <Done acting />
        {move || match (facts.get(), plan.get()) {
            (None, _) => facts.failure().is_none().then(Waiting).into_any(),
            (Some(_), None) => view! { <p class="empty">{say(words::NOT_FOUND)}</p> }.into_any(),
            (Some(facts), Some(plan)) => {
                let language = language.get();
                view! {
                    <div class="sheet">
                        <div class="row halves">
                            {figures(&facts, &plan, language)}
                            <Capacity acting year can_edit=is_office />
                        </div>
                        <div class="row">{members(&facts, year, language)}</div>
                        <div class="row">{history(&plan.steps(), language)}</div>
                    </div>
                }
                .into_any()
            }
        }}
    }
    .into_any()
}

/// What the office may do with the plan as it stands.
#[component]
fn Acts(acting: Acting, plan: Memo<Option<AnnualPlan>>) -> impl IntoView {
    let button = move |act: Act, name: Text, is_main: bool| {
        view! {
            <button class="btn" class:main=is_main type="button" on:click=move |_| acting.begin(act, plan.get_untracked().as_ref())>
                {say(name)}
            </button>
        }
    };
    let acts = move || {
        let plan = plan.get()?;
        Some(match plan.status {
            PlanStatus::Draft => vec![button(Act::Submit, words::SUBMIT, true), button(Act::Edit, words::EDIT, false)],
            PlanStatus::Submitted => {
                vec![button(Act::Issue, words::ISSUE, true), button(Act::Return, words::RETURN, false)]
            }
            PlanStatus::Issued | PlanStatus::Adjusted => vec![button(Act::Adjust, words::ADJUST, false)],
        })
    };
    view! { <div class="bar">{acts}</div> }
}

fn figures(facts: &Arc<ProgrammeFacts>, plan: &AnnualPlan, language: Language) -> impl IntoView + use<> {
    let standing = PlanStanding::of(facts, plan);
    let row = |name: Text, of: fn(&Size) -> String, planned: Size, actual: Size, entered: Option<Size>| {
        view! {
            <tr>
                <td class="title">{name.get(language)}</td>
                <td class="n" data-label=words::PLANNED.get(language)>{of(&planned)}</td>
                <td class="n" data-label=words::ENTERED.get(language)>{entered.map(|size| of(&size))}</td>
                <td class="n" data-label=words::ACTUAL.get(language)>{of(&actual)}</td>
            </tr>
        }
    };
    let group = |title: Text, share: Text, planned: Size, actual: Size, entered: Option<Size>| {
        let ratio = Cell::ratio(Ratio::new(actual.communities, planned.communities)).shown();
        let fields: [(Text, Shown); 4] = [
            (words::COMMUNITIES, |size| grouped(size.communities)),
            (words::BUILDINGS, |size| grouped(size.buildings)),
            (words::HOUSEHOLDS, |size| grouped(size.households)),
            (words::AREA, |size| size.area.shown()),
        ];
        view! {
            <tr class="sum">
                <td class="title">{title.get(language)}</td>
                <td></td>
                <td></td>
                <td class="n" data-label=share.get(language)>{ratio}</td>
            </tr>
            {fields.map(|(name, of)| row(name, of, planned, actual, entered))}
        }
    };
    let head = |name: Text| view! { <th scope="col" class="n">{name.get(language)}</th> };
    view! {
        <section class="cell" aria-labelledby="figures-title">
            <h2 id="figures-title">
                {words::PLANNED.get(language)}<small>{plan.doc_no.clone()}</small>
            </h2>
            <table class="list cards">
                <thead>
                    <tr>
                        <td class="fill"></td>
                        {head(words::PLANNED)}
                        {head(words::ENTERED)}
                        {head(words::ACTUAL)}
                    </tr>
                </thead>
                <tbody>
                    {group(words::STARTS, words::START_SHARE, standing.planned_starts, standing.started, Some(standing.entered))}
                    {group(words::COMPLETIONS, words::COMPLETION_SHARE, standing.planned_completions, standing.completed, None)}
                    <tr class="sum">
                        <td class="title">{words::INVEST.get(language)}</td>
                        <td class="n" data-label=words::PLANNED.get(language)>{plan.planned_invest.wan()}</td>
                        <td class="n" data-label=words::ENTERED.get(language)>{standing.entered_invest.wan()}</td>
                        <td></td>
                    </tr>
                </tbody>
            </table>
            <p class="foot"><small>{words::NOTE.get(language)}</small></p>
        </section>
    }
}

fn members(facts: &Arc<ProgrammeFacts>, year: i32, language: Language) -> impl IntoView + use<> {
    let rows: Vec<_> = PlanStanding::members(facts, year)
        .map(|one| {
            view! {
                <tr>
                    <td class="title"><a href=format!("/communities/{}", one.id)>{one.name.clone()}</a><small>{one.code.clone()}</small></td>
                    <td class="state"><span class="tag">{one.stage.text().get(language)}</span></td>
                    <td class="n" data-label=words::HOUSEHOLDS.get(language)>{grouped(one.households)}</td>
                    <td class="n" data-label=words::AREA.get(language)>{one.area.shown()}</td>
                    <td class="n" data-label=words::INVESTMENT.get(language)>{one.total().wan()}</td>
                    <td data-label=words::ACTUAL_START.get(language)>{quantities::date_or_none(language, one.actual_start)}</td>
                    <td data-label=words::COMPLETED_ON.get(language)>{quantities::date_or_none(language, one.completed_on)}</td>
                </tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p class="empty">{words::NO_MEMBERS.get(language)}</p> }.into_any()
    } else {
        view! {
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col" class="fill">{words::COMMUNITY.get(language)}</th>
                        <th scope="col">{words::STAGE.get(language)}</th>
                        <th scope="col" class="n">{words::HOUSEHOLDS.get(language)}</th>
                        <th scope="col" class="n">{words::AREA.get(language)}</th>
                        <th scope="col" class="n">{words::INVESTMENT.get(language)}</th>
                        <th scope="col">{words::ACTUAL_START.get(language)}</th>
                        <th scope="col">{words::COMPLETED_ON.get(language)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="cell" aria-labelledby="members-title">
            <h2 id="members-title">{words::MEMBERS.get(language)}</h2>
            {table}
        </section>
    }
}

fn history(events: &[PlanEvent], language: Language) -> impl IntoView + use<> {
    let line = |event: &PlanEvent| {
        let day = quantities::date_or_none(language, event.date);
        let said = quantities::listed(language, &[event.doc_no.clone(), event.reason.clone()]);
        view! { <li><b>{day}" "{event.status.text().get(language)}</b>" "{said}</li> }
    };
    let none = events.is_empty().then(|| view! { <p class="empty">{words::NO_HISTORY.get(language)}</p> });
    view! {
        <section class="cell" aria-labelledby="history-title">
            <h2 id="history-title">{words::HISTORY.get(language)}</h2>
            {none}
            <ul class="steps-done">{events.iter().rev().map(line).collect_view()}</ul>
        </section>
    }
}
