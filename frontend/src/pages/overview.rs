//! 总览: what asks for an act comes first, then money, structure last. One request brings the facts; warnings,
//! matters and charts are computed here, so a filter redraws without another one.

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
    },
    preferences::{Display, language, preferences, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    chart::Chart,
    indicators::{self, Overview as Figures, ProgrammeFacts},
    words::{overview as words, shell},
};
use filters::{Filters, filter_of};
use leptos::prelude::*;
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
        Some(Arc::new(indicators::overview(&facts, &filter_of(query), language.get())))
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
    let filter = Signal::derive(move || filter_of(query));
    // A chart is followed by its own memo, so that only those that a change touches are drawn anew.
    let chart = move |id: &'static str| {
        let of = move || figures.read().as_ref()?.charts.iter().find(|chart| chart.id == id).cloned().map(Arc::new);
        let first = untrack(of)?;
        let chart = Memo::new(move |before: Option<&Arc<Chart>>| match (of(), before) {
            (Some(now), _) => now,
            (None, Some(before)) => Arc::clone(before),
            (None, None) => Arc::clone(&first),
        });
        Some(view! { <Figure chart filter /> })
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

/// A name that leads to its records, for those who may open them.
fn named(name: String, records: String) -> AnyView {
    match openable(Some(records)) {
        Some(records) => view! { <a href=records>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
