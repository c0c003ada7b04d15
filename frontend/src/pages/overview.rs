//! 总览: what asks for an act comes first, then money, structure last. One request brings the facts; warnings,
//! matters and charts are computed here, so a filter redraws without another one: what is in sight at once, the rest piece by
//! piece.

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
        turn::{Piece, Turns, chart_in_turn, in_turn, once_here},
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
use warnings::Warnings;

/// 总览
#[component]
pub(crate) fn Overview() -> impl IntoView {
    let language = language();
    let all = Facts::follow();
    let facts = all.remote;
    let query = Query::of_page();
    let filter = Memo::new(move |_| filter_of(query));
    let turns = Turns::new();
    let first = NodeRef::<html::Div>::new();
    let figures = in_turn(Figures::without_charts, filter.into(), (turns, 0), first);
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
        <Show when=move || facts.is_here() fallback=move || facts.failure().is_none().then(Waiting)>
            <Sheet facts filter turns figures first />
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
fn Sheet(
    facts: Remote<ProgrammeFacts>,
    #[prop(into)] filter: Signal<Filter>,
    turns: Turns,
    figures: Piece<Figures>,
    /// The row of what asks for an act.
    first: NodeRef<html::Div>,
) -> impl IntoView {
    let chart = move |id: &'static str| {
        let place = ON_OVERVIEW.iter().position(|indicator| indicator.id == id)?;
        Some(view! { <Panel indicator=&ON_OVERVIEW[place] filter turn=(turns, place + 1) /> })
    };
    view! {
        <div class="sheet">
            <div class="row split" node_ref=first>
                {once_here(figures, move |figures| view! { <Warnings figures facts /><Matters figures /> })}
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
fn Panel(indicator: &'static Indicator, filter: Signal<Filter>, turn: (Turns, usize)) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let chart = chart_in_turn(indicator, filter, turn, panel);
    view! { <div class="panel" node_ref=panel>{once_here(chart, move |chart| view! { <Figure chart filter /> })}</div> }
        .into_any()
}

/// A name that leads to its records, for those who may open them.
fn named(name: String, records: String) -> AnyView {
    match openable(Some(records)) {
        Some(records) => view! { <a href=records>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
