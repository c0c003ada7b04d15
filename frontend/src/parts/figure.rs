//! A chart on a page: its title and message, the drawing at the width of its place with the layer of its marks, and
//! the same rows as a table, as CSV, as a workbook, as SVG and as a picture. It knows no chart from another.

use super::{
    chart_table::chart_table,
    export::Exported,
    marks::Marks,
    menu::Menu,
    picture::{self, Wanted},
};
use crate::{
    browser,
    client::address,
    download::Exporting,
    preferences::{language, preferences, say},
};
use anju_charts::{Drawing, Size, draw, framed, natural_height_in};
use anju_domain::{
    api::INDICATOR_FILE,
    chart::Chart,
    indicators::{FigureQuery, Filter},
    language::Text,
    words::{figure as words, fill, shell},
};
use leptos::{html, prelude::*, task::spawn_local};
use std::sync::Arc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, ResizeObserver};

/// A chart on a page.
#[component]
pub(crate) fn Figure(
    #[prop(into)] chart: Signal<Arc<Chart>>,
    /// What the chart is narrowed to: the server makes its workbook for the same.
    #[prop(into)]
    filter: Signal<Filter>,
) -> impl IntoView {
    let preferences = preferences();
    let language = language();
    let place = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_u32);
    let as_table = RwSignal::new(false);
    follow_width(place, width);
    let drawing = Memo::new(move |_| {
        let (chart, width, theme) = (chart.read(), width.get(), preferences.theme());
        if width == 0 {
            return Drawing { svg: String::new(), marks: Vec::new() };
        }
        draw(&chart, Size { width, height: natural_height_in(&chart, width, theme) }, theme)
    });
    let file = move |kind: &str| {
        let chart = chart.read_untracked();
        let date = chart.as_of.to_string();
        let name = fill(words::FILE, language.get_untracked(), &[("title", &chart.title), ("date", &date)]);
        format!("{name}.{kind}")
    };
    let csv = move |_| browser::download(&file("csv"), "text/csv;charset=utf-8", &chart.read_untracked().csv().into());
    let whole = move || framed(&chart.read_untracked(), preferences.theme()).0;
    let svg = move |_| browser::download(&file("svg"), "image/svg+xml", &whole().into());
    let told = RwSignal::new(None::<Text>);
    let painted = move |wanted| {
        told.set(None);
        let (svg, name) = (whole(), file("png"));
        spawn_local(async move {
            let outcome = picture::make(wanted, svg, name).await;
            told.try_set(Some(outcome));
        });
    };
    let exporting = Exporting::new();
    let workbook = move |_| {
        let query = FigureQuery::of(filter.get_untracked(), language.get_untracked());
        exporting.ask(address(INDICATOR_FILE, &[&chart.read_untracked().id], &query));
    };
    let menu = Signal::derive(move || fill(shell::MORE, language.get(), &[("name", &chart.read().title)]));
    let title_id = move || format!("{}-title", chart.read().id);
    view! {
        <section class="cell figure" data-figure=move || chart.read().id.clone() aria-labelledby=title_id>
            <h2 id=title_id>{move || chart.read().title.clone()}<small>{move || chart.read().note.clone()}</small></h2>
            <Menu label=menu class="end" face=|| "⋯">
                <li>
                    <button type="button" on:click=move |_| as_table.update(|table| *table = !*table)>
                        {move || if as_table.get() { say(words::DRAWING)() } else { say(words::TABLE)() }}
                    </button>
                </li>
                <li><button type="button" on:click=csv>{say(words::CSV)}</button></li>
                <li><button type="button" on:click=workbook>{say(words::XLSX)}</button></li>
                <li>
                    <button type="button" on:click=move |_| painted(Wanted::File)>{say(words::PNG)}</button>
                </li>
                <li>
                    <button type="button" on:click=move |_| painted(Wanted::Copy)>{say(words::COPY)}</button>
                </li>
                <li><button type="button" on:click=svg>{say(words::SVG)}</button></li>
            </Menu>
            <p class="msg">{move || chart.read().message.clone()}</p>
            <Exported exporting />
            <small role="status">{move || told.get().map(|text| text.get(language.get()))}</small>
            <div class="drawing" node_ref=place>
                <Show
                    when=move || as_table.get()
                    fallback=move || view! {
                        <div class="picture" inner_html=move || drawing.read().svg.clone()></div>
                        <Marks chart drawing />
                    }
                >
                    {move || chart_table(&chart.read())}
                </Show>
            </div>
        </section>
    }
    .into_any()
}

/// Keeps the width of a place: when it is put on the page, when its size changes, when the page is printed.
fn follow_width(place: NodeRef<html::Div>, width: RwSignal<u32>) {
    let printing = preferences().printing;
    let measure = move |element: &HtmlElement| {
        let now = u32::try_from(element.client_width()).unwrap_or(0);
        if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
            width.try_set(now);
        }
    };
    Effect::new(move || {
        printing.track();
        if let Some(element) = place.get() {
            measure(&element);
        }
    });
    let observer = StoredValue::new_local(None::<ResizeObserver>);
    Effect::new(move || {
        let Some(element) = place.get() else { return };
        let target: HtmlElement = element.unchecked_into();
        let watched = target.clone();
        // Drawn in the next frame: a change of height within the observer's own turn would call it again at once.
        let changed = Closure::<dyn Fn()>::new(move || {
            let watched = watched.clone();
            request_animation_frame(move || measure(&watched));
        });
        if let Ok(made) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            made.observe(&target);
            observer.set_value(Some(made));
        }
        changed.forget();
    });
    on_cleanup(move || {
        if let Some(observer) = observer.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
}
