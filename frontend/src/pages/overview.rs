//! 总览: what asks for an act comes first, then money, structure last. One request brings the facts; warnings,
//! matters and charts are computed here, so a filter redraws without another one: what is in sight at once, the other charts
//! one a frame.

mod filters;
mod matters;
mod warnings;

use crate::{
    browser,
    facts::Facts,
    pages::openable,
    parts::{
        failure::{FailureNote, Waiting},
        figure::Figure,
        page_head::PageHead,
        turn::{Turns, in_turn},
    },
    preferences::{Display, language, preferences, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    indicators::{Filter, Indicator, ON_OVERVIEW, Overview as Figures, ProgrammeFacts},
    words::{overview as words, shell},
};
use filters::{Filters, filter_of};
use leptos::{html, prelude::*};
use matters::Matters;
use std::sync::Arc;
use warnings::Warnings;

/// 总览
#[component]
pub(crate) fn Overview() -> impl IntoView {
    let language = language();
    let all = Facts::follow();
    let facts = all.remote;
    let query = Query::of_page();
    let figures = Memo::new(move |_| {
        let facts = facts.get()?;
        Some(Arc::new(Figures::without_charts(&facts, &filter_of(query), language.get())))
    });
    let scope = move || figures.get().map(|figures| figures.scope.clone());
    view! {
        <div class="overview-page">
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p>{scope}</p>
        </PageHead>
        <div class="bar">
            <Filters facts query />
            <PageActs />
        </div>
        {move || facts.failure().filter(|_| !facts.is_here()).map(|failure| view! {
            <FailureNote failure retry=move || all.ask() />
        })}
        <Show when=move || figures.read().is_some() fallback=move || facts.failure().is_none().then(Waiting)>
            <Sheet figures facts query />
        </Show>
        </div>
    }
    .into_any()
}

/// Printing, and the large display for a meeting room.
#[component]
fn PageActs() -> impl IntoView {
    let preferences = preferences();
    let is_projector = move || preferences.display.get() == Display::Projector;
    let toggle = move |_| preferences.choose_display(if is_projector() { Display::System } else { Display::Projector });
    view! {
        <div class="end acts">
            <button class="btn" type="button" on:click=|_| browser::print()>{say(shell::PRINT)}</button>
            <button class="btn projector-act" type="button" aria-pressed=move || is_projector().to_string() on:click=toggle>
                {move || if is_projector() { say(words::PROJECTOR_END)() } else { say(words::PROJECTOR)() }}
            </button>
        </div>
    }
}

/// The modules in the order of the page.
#[component]
fn Sheet(figures: Memo<Option<Arc<Figures>>>, facts: Remote<ProgrammeFacts>, query: Query) -> impl IntoView {
    let filter = Memo::new(move |_| filter_of(query));
    let turns = Turns::new();
    let chart = move |id: &'static str| {
        let place = ON_OVERVIEW.iter().position(|indicator| indicator.id == id)?;
        Some(view! { <Panel indicator=&ON_OVERVIEW[place] filter turns place /> })
    };
    view! {
        <div class="sheet">
            <div class="row split">
                <Warnings figures facts />
                <Matters figures />
            </div>
            <div class="row split">{chart("L-07")}{chart("L-05")}</div>
            <div class="row split">{chart("L-04")}{chart("L-11")}</div>
            <div class="row">{chart("L-01")}</div>
            <div class="row">{chart("L-09")}</div>
            <div class="row">{chart("L-02")}</div>
        </div>
    }
    .into_any()
}

/// A chart at its place in the sheet.
#[component]
fn Panel(
    indicator: &'static Indicator,
    #[prop(into)] filter: Signal<Filter>,
    turns: Turns,
    place: usize,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let chart = in_turn(indicator, filter, (turns, place), panel);
    let here = Memo::new(move |_| chart.read().is_some());
    view! {
        <div class="panel" node_ref=panel>
            <Show when=move || here.get()>
                {move || chart.get_untracked().map(|first| {
                    let shown = Signal::derive(move || chart.get().unwrap_or_else(|| Arc::clone(&first)));
                    view! { <Figure chart=shown filter /> }
                })}
            </Show>
        </div>
    }
    .into_any()
}

/// A name that leads to its records, for those who may open them.
fn named(name: String, records: String) -> AnyView {
    match openable(Some(records)) {
        Some(records) => view! { <a href=records>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
