//! The records behind a mark, under its chart: the communities, each with its part of the figure, who answers for it, and the way to
//! its dossier.

use super::state::{Mark, State};
use crate::{
    facts::Facts,
    pages::openable,
    preferences::{language, say},
};
use anju_domain::{
    chart::{Cell, Chart},
    indicators::{Filter, Record, Records, records},
    words::{fill, shell, statistics as words},
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// So many records are listed at first.
const FIRST: usize = 20;

/// The records behind the mark of the address, when it is one of this chart.
#[component]
pub(super) fn RecordsPanel(chart: Signal<Arc<Chart>>, filter: Memo<Filter>, state: State) -> impl IntoView {
    let id = chart.get_untracked().id.clone();
    let mark =
        Memo::new(move |_| state.mark.get().filter(|mark| mark.chart == id && chart.read().row(&mark.row).is_some()));
    let label = Memo::new(move |_| {
        let mark = mark.get()?;
        let chart = chart.read();
        chart.row(&mark.row)?.cells.first().map(Cell::shown)
    });
    let open = Memo::new(move |_| mark.read().as_ref().is_some_and(|mark| mark.open));
    let toggle = move |open: bool| {
        if let Some(mark) = mark.get_untracked() {
            state.go(None, Some(Mark { open, ..mark }));
        }
    };
    let language = language();
    view! {
        <Show when=move || label.read().is_some()>
            <div class="records">
                <button
                    class="btn plain"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |event| {
                        event.prevent_default();
                        toggle(!open.get_untracked());
                    }
                >
                    {move || fill(words::RECORDS_OPEN, language.get(), &[("mark", &label.get().unwrap_or_default())])}
                </button>
                <Show when=move || open.get()>
                    <Listed chart filter mark label close=move || toggle(false) />
                </Show>
            </div>
        </Show>
    }
    .into_any()
}

#[component]
fn Listed(
    chart: Signal<Arc<Chart>>,
    filter: Memo<Filter>,
    mark: Memo<Option<Mark>>,
    label: Memo<Option<String>>,
    close: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let language = language();
    let facts = expect_context::<Facts>().remote;
    let all = RwSignal::new(false);
    let heading = NodeRef::<html::H3>::new();
    // Whoever opens the records is led to them.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            request_animation_frame(move || drop(heading.focus()));
        }
    });
    let found = Memo::new(move |_| {
        let (facts, mark) = (facts.get()?, mark.get()?);
        records(&facts, &filter.get(), &mark.chart, &mark.row, language.get())
    });
    let title = move || {
        let of = [("chart", chart.read().title.clone()), ("mark", label.get().unwrap_or_default())];
        fill(words::RECORDS_OF, language.get(), &[("chart", &of[0].1), ("mark", &of[1].1)])
    };
    let count = move || {
        let count = found.read().as_ref().map(|found| found.rows.len())?;
        Some(fill(words::RECORDS_COUNT, language.get(), &[("n", &count.to_string())]))
    };
    // Whoever closes them is led back to the mark; it is looked for while the records still stand beside it.
    let back = move || {
        let opened_by = mark.with_untracked(|mark| mark_beside(heading, &mark.as_ref()?.row));
        close();
        if let Some(element) = opened_by {
            request_animation_frame(move || drop(element.focus()));
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            back();
        }
    };
    let table = move || match &*found.read() {
        Some(found) if !found.rows.is_empty() => table(found, &chart.read().id, all.get(), language.get()).into_any(),
        _ => view! { <p class="empty">{say(words::RECORDS_NONE)}</p> }.into_any(),
    };
    let more = move || found.read().as_ref().is_some_and(|found| found.rows.len() > FIRST) && !all.get();
    let more_words = move || {
        let count = found.read().as_ref().map_or(0, |found| found.rows.len());
        fill(words::RECORDS_FIRST, language.get(), &[("n", &FIRST.to_string()), ("all", &count.to_string())])
    };
    view! {
        <div class="listed" role="region" aria-label=title on:keydown=on_keydown>
            <h3 node_ref=heading tabindex="-1">{title}" "<small>{count}</small></h3>
            {table}
            <Show when=more>
                <p class="more-rows">{more_words}" "
                    <button class="btn plain" type="button" on:click=move |_| all.set(true)>{say(words::RECORDS_ALL)}</button>
                </p>
            </Show>
            <button class="btn plain" type="button" on:click=move |_| back()>{say(shell::CLOSE)}</button>
        </div>
    }
    .into_any()
}

fn table(found: &Records, chart: &str, all: bool, language: anju_domain::language::Language) -> AnyView {
    let shown = if all { found.rows.len() } else { FIRST };
    let head = found.columns.iter().map(|column| {
        let unit = (!column.unit.is_empty()).then(|| view! { <small>{column.unit.clone()}</small> });
        view! { <th scope="col" class="n">{column.name.clone()} {unit}</th> }
    });
    let head = head.collect_view();
    let row = |record: &Record| {
        let name = match openable(Some(format!("/communities/{}/{}", record.id, tab(chart)))) {
            Some(dossier) => view! { <a href=dossier>{record.name.clone()}</a> }.into_any(),
            None => record.name.clone().into_any(),
        };
        let cells = record.cells.iter().map(|cell| view! { <td class="n">{cell.shown()}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{record.plan_year}</td>
                <td>{record.stage.text().get(language)}</td>
                <td>{record.owner.clone()}</td>
                <td>{record.manager.clone()}</td>
                {cells}
            </tr>
        }
    };
    let named = |text: anju_domain::language::Text| view! { <th scope="col">{text.get(language)}</th> };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=found.label.clone()>
            <table>
                <thead>
                    <tr>
                        {named(words::NAME)} {named(words::YEAR)} {named(words::STAGE)} {named(words::OWNER)}
                        {named(words::MANAGER)} {head}
                    </tr>
                </thead>
                <tbody>{found.rows.iter().take(shown).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The part of a dossier that has what the chart is about.
fn tab(chart: &str) -> &'static str {
    match chart {
        "L-04" | "L-18" => "works",
        "L-03" | "L-10" | "L-10-month" | "L-11" | "L-19" => "progress",
        "L-01" | "L-02" | "L-14" => "",
        _ => "funding",
    }
}

/// The first mark of a row, in the panel of these records.
fn mark_beside(heading: NodeRef<html::H3>, row: &str) -> Option<HtmlElement> {
    let panel = heading.get_untracked()?.closest(".panel").ok()??;
    let marks = panel.query_selector_all(".mark-spot").ok()?;
    (0..marks.length())
        .filter_map(|place| marks.item(place)?.dyn_into::<HtmlElement>().ok())
        .find(|mark| mark.get_attribute("data-row").as_deref() == Some(row))
}
