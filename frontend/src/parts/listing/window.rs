//! The rows in sight. All rows have one height, so what is above and below is two empty bodies of as much height; the table
//! says how many rows there are in all. One walks them with the keyboard from the table itself.

use super::{Head, Looks, Opens, Rows, State};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    language::Text,
    lists::listed::{Filter, List, Shown},
    words::listing as words,
};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows beyond those in sight that are in the page, above and below.
const BEYOND: usize = 12;
/// How many rows are taken in and out at once.
const STEP: usize = 6;
/// Heights until they are measured.
const ROW: i32 = 36;
const SIGHT: i32 = 640;
/// The head has two rows.
const HEAD: usize = 2;

/// Where the window stands.
#[derive(Clone, Copy)]
struct Place {
    scrolled: RwSignal<i32>,
    sight: RwSignal<i32>,
    row: RwSignal<i32>,
    active: RwSignal<Option<usize>>,
}

impl Place {
    /// The rows that are in the page, of so many.
    fn range(self, of: usize) -> (usize, usize) {
        let row = self.row.get().max(1);
        let count = |pixels: i32| usize::try_from(pixels / row).unwrap_or_default();
        let first = (count(self.scrolled.get()) / STEP * STEP).saturating_sub(BEYOND).min(of);
        (first, (first + count(self.sight.get()) + STEP + 2 * BEYOND).min(of))
    }

    fn measure(self, scroller: &HtmlElement) {
        set_if_other(self.scrolled, scroller.scroll_top());
        set_if_other(self.sight, scroller.client_height());
        let row = scroller.query_selector("tbody.rows tr").ok().flatten();
        if let Some(height) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map(|row| row.offset_height())
            && height > 0
        {
            set_if_other(self.row, height);
        }
    }
}

fn set_if_other(signal: RwSignal<i32>, to: i32) {
    if signal.try_get_untracked().is_some_and(|now| now != to) {
        signal.set(to);
    }
}

/// The table with its window.
#[component]
pub(super) fn Window<R: Send + Sync + 'static>(
    list: List<R>,
    shown: Memo<Shown>,
    rows: Memo<Arc<Rows<R>>>,
    looks: Looks<R>,
    name: Text,
    state: State,
) -> impl IntoView {
    let language = language();
    let reader = Memo::new(move |_| naming::reader(language.get()));
    let scroller = NodeRef::<html::Div>::new();
    let place = Place {
        scrolled: RwSignal::new(0),
        sight: RwSignal::new(SIGHT),
        row: RwSignal::new(ROW),
        active: RwSignal::new(None),
    };
    let measure = move || {
        if let Some(scroller) = scroller.get_untracked() {
            place.measure(&scroller);
        }
    };
    // What is chosen anew is shown from its first row on.
    Effect::new(move |before: Option<Shown>| {
        let now = Shown { hide: None, ..shown.get() };
        if before.is_some_and(|before| before != now) {
            place.active.set(None);
            if let Some(scroller) = scroller.get_untracked() {
                scroller.set_scroll_top(0);
            }
        }
        request_animation_frame(measure);
        now
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let count = Memo::new(move |_| rows.read().places.len());
    let range = Memo::new(move |_| place.range(count.get()));
    let hide = Memo::new(move |_| shown.with(|shown| shown.hide.clone()));
    let visible = move || list.visible(&Shown { hide: hide.get(), ..Shown::default() });
    let generation = Memo::new(move |before: Option<&(usize, usize)>| {
        // Other rows under the same numbers are other rows in the page.
        let (pointer, generation) = (Arc::as_ptr(&rows.read().all) as usize, before.map_or(0, |before| before.1));
        if before.is_some_and(|before| before.0 == pointer) { (pointer, generation) } else { (pointer, generation + 1) }
    });
    let in_page = move || {
        let (first, last) = range.get();
        let (rows, generation) = (rows.read(), generation.get().1);
        let numbered = (first..last).filter_map(|number| Some((number, (looks.key)(rows.at(number)?))));
        numbered.map(|(number, key)| (number, key, generation, language.get())).collect::<Vec<_>>()
    };
    let line = move |number: usize| {
        let rows = rows.get_untracked();
        if rows.at(number).is_none() {
            return ().into_any();
        }
        let reader = reader.get_untracked();
        let cells = move |row: &R| {
            let language = reader.language;
            visible()
                .into_iter()
                .map(|column| {
                    let is_amount = matches!(column.filter, Filter::Amounts(..));
                    let content = (looks.cell)(row, column, language)
                        .unwrap_or_else(|| (column.cell)(row, &reader).shown(language).into_any());
                    view! { <td class:n=is_amount>{content}</td> }
                })
                .collect_view()
        };
        let (place_of_row, all) = (rows.places.get(number).copied(), Arc::clone(&rows.all));
        let opens = Arc::clone(&rows);
        // A row that opens within the page is one large button; one that leads elsewhere has a link.
        let on_click = move |_| {
            place.active.set(Some(number));
            if let Some(to @ Opens::Within(..)) = opens.at(number).map(looks.opens) {
                state.open(to);
            }
        };
        view! {
            <tr
                id=format!("row-{number}")
                aria-rowindex=(number + 1 + HEAD).to_string()
                aria-selected=move || (place.active.get() == Some(number)).then_some("true")
                class:active=move || place.active.get() == Some(number)
                on:click=on_click
            >
                {move || place_of_row.and_then(|place| all.get(place)).map(&cells)}
            </tr>
        }
        .into_any()
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        // Fields and links within have their own keys.
        if event.target() != event.current_target() {
            return;
        }
        let (count, active) = (count.get_untracked(), place.active.get_untracked());
        let (sight, row) = (place.sight.get_untracked(), place.row.get_untracked().max(1));
        let page = usize::try_from(sight / row).unwrap_or(1).saturating_sub(HEAD + 1).max(1);
        let to = match event.key().as_str() {
            "ArrowDown" => active.map_or(0, |now| now + 1),
            "ArrowUp" => active.unwrap_or(0).saturating_sub(1),
            "PageDown" => active.unwrap_or(0) + page,
            "PageUp" => active.unwrap_or(0).saturating_sub(page),
            "Home" => 0,
            "End" => count,
            "Enter" => {
                let rows = rows.read_untracked();
                if let Some(row) = active.and_then(|number| rows.at(number)) {
                    state.open((looks.opens)(row));
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let Some(last) = count.checked_sub(1) else { return };
        let to = to.min(last);
        place.active.set(Some(to));
        if let Some(scroller) = scroller.get_untracked() {
            bring_into_sight(&scroller, to, row);
            place.measure(&scroller);
        }
    };
    let height = move |rows: usize| {
        let pixels = i64::from(place.row.get()) * i64::try_from(rows).unwrap_or_default();
        format!("{pixels}px")
    };
    let columns = move || visible().len().to_string();
    view! {
        <div class="window" node_ref=scroller on:scroll=move |_| measure()>
            <table
                class="listing"
                role="grid"
                tabindex="0"
                aria-label=say(name)
                aria-description=say(words::KEYS)
                aria-rowcount=move || (count.get() + HEAD).to_string()
                aria-activedescendant=move || place.active.get().map(|number| format!("row-{number}"))
                on:keydown=on_keydown
            >
                <Head list state shown rows />
                <tbody aria-hidden="true"><tr><td colspan=columns style:height=move || height(range.get().0)></td></tr></tbody>
                <tbody class="rows">
                    <For each=in_page key=|row| *row children=move |(number, ..)| line(number) />
                </tbody>
                <tbody aria-hidden="true">
                    <tr><td colspan=columns style:height=move || height(count.get().saturating_sub(range.get().1))></td></tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Scrolls so far that a row stands between the head and the lower edge.
fn bring_into_sight(scroller: &HtmlElement, number: usize, row: i32) {
    let head = scroller.query_selector("thead").ok().flatten().map_or(0, |head| head.client_height());
    let top = i32::try_from(number).unwrap_or(i32::MAX).saturating_mul(row);
    let lowest = top.saturating_add(row).saturating_add(head).saturating_sub(scroller.client_height());
    if top < scroller.scroll_top() {
        scroller.set_scroll_top(top);
    } else if lowest > scroller.scroll_top() {
        scroller.set_scroll_top(lowest);
    }
}
