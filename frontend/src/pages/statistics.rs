//! 统计分析: every chart that exists, one filter bar for all, and each chart a filter for the others. The records behind a mark
//! open under its chart. Facts come once; charts are computed here, those in sight first. All of its state stands in the address.

mod chips;
mod filters;
mod records;
mod state;

use crate::{
    browser,
    facts::Facts,
    parts::{
        failure::{FailureNote, Waiting},
        figure::Figure,
        page_head::PageHead,
        turn::{Turns, chart_in_turn, once_here},
    },
    preferences::{language, say},
};
use anju_domain::{
    indicators::{self, INDICATORS, Indicator, chosen, dimensions, narrowed_by},
    words::{shell, statistics as words},
};
use chips::Chips;
use filters::Filters;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
};
use records::RecordsPanel;
use state::{Mark, State};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// 统计分析
#[component]
pub(crate) fn Statistics() -> impl IntoView {
    let language = language();
    let all = Facts::follow();
    let facts = all.remote;
    let state = State::of_page();
    view! {
        <div class="statistics-page">
            <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
                <p>{say(words::LEAD)}</p>
                <div class="export">
                    <button class="btn" type="button" on:click=|_| browser::print()>{say(shell::PRINT)}</button>
                </div>
            </PageHead>
            <div class="bar"><Filters facts state /></div>
            <Chips facts state />
            {move || facts.failure().filter(|_| !facts.is_here()).map(|failure| view! {
                <FailureNote failure retry=move || all.ask() />
            })}
            <Show when=move || facts.is_here() fallback=move || facts.failure().is_none().then(Waiting)>
                <Charts state />
            </Show>
        </div>
    }
    .into_any()
}

/// The charts, two abreast where there is room.
#[component]
fn Charts(state: State) -> impl IntoView {
    let turns = Turns::new();
    let charts = INDICATORS.iter().enumerate();
    view! {
        <div class="sheet statistics">
            {charts.map(|(place, indicator)| view! { <Panel indicator state turns place /> }).collect_view()}
        </div>
    }
}

/// A chart with the records behind one of its marks.
#[component]
fn Panel(indicator: &'static Indicator, state: State, turns: Turns, place: usize) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let own = dimensions(indicator.id);
    let filter = Memo::new(move |_| state.filter.get().without(own));
    let chart = chart_in_turn(indicator, filter.into(), (turns, place), panel);
    // What the filter states stands out in the chart that shows it.
    Effect::new(move || {
        chart.track();
        let stated = state.filter.get();
        request_animation_frame(move || mark_chosen(panel, indicator.id, &stated));
    });
    let act = move |target: Option<EventTarget>, opens: bool| -> bool {
        let Some((row, column)) = mark_of(target) else { return false };
        let narrowed = narrowed_by(&state.filter.get_untracked(), indicator.id, &row, column.as_deref());
        let mark = Mark { chart: indicator.id.to_owned(), row, open: opens || narrowed.is_none() };
        state.go(if opens { None } else { narrowed }, Some(mark));
        true
    };
    let on_click = move |event: MouseEvent| {
        // The first touch of a mark shows its tip and is no click yet.
        let special = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if !event.default_prevented() && !special && act(event.target(), false) {
            event.prevent_default();
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        let done = match event.key().as_str() {
            "Enter" => act(event.target(), true),
            " " => act(event.target(), false),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    };
    view! {
        <div class="panel" data-panel=indicator.id node_ref=panel on:click=on_click on:keydown=on_keydown>
            {once_here(chart, move |chart| view! {
                <Figure chart filter />
                <RecordsPanel chart filter state />
            })}
        </div>
    }
    .into_any()
}

/// The keys of the mark that an event happened to: row, and column where it is a part of a bar.
fn mark_of(target: Option<EventTarget>) -> Option<(String, Option<String>)> {
    let element = target?.dyn_into::<Element>().ok()?;
    Some((element.get_attribute("data-row")?, element.get_attribute("data-column")))
}

/// Lets the marks stand out that the filter states.
fn mark_chosen(panel: NodeRef<html::Div>, id: &str, filter: &indicators::Filter) {
    let Some(panel) = panel.try_get_untracked().flatten() else { return };
    let Ok(marks) = panel.query_selector_all(".mark-spot") else { return };
    for place in 0..marks.length() {
        let Some(mark) = marks.item(place).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let is_chosen = mark.get_attribute("data-row").is_some_and(|row| chosen(filter, id, &row));
        let _ = mark.class_list().toggle_with_force("chosen", is_chosen);
        let _ = match is_chosen {
            true => mark.set_attribute("aria-current", "true"),
            false => mark.remove_attribute("aria-current"),
        };
    }
}
