//! The layer over a drawing: every mark can be pointed at, walked with the arrow keys and opened.
//!
//! One stop of the Tab key a chart; arrows, Home and End walk its marks, Enter opens the records, Escape closes the tip.

mod spots;

use super::tip;
use crate::preferences::language;
use anju_charts::Drawing;
use anju_domain::{
    chart::Chart,
    words::{figure as words, fill},
};
use leptos::{
    ev::{Event, KeyboardEvent},
    html,
    prelude::*,
};
use spots::{NUMBER, Spots};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The layer over a drawing.
#[component]
pub(crate) fn Marks(chart: Signal<Arc<Chart>>, drawing: Memo<Drawing>) -> impl IntoView {
    let language = language();
    let layer = NodeRef::<html::Div>::new();
    // The mark whose tip is shown.
    let active = RwSignal::new(None::<usize>);
    let spots = StoredValue::new_local(Spots::default());
    Effect::new(move || {
        let Some(layer) = layer.get() else { return };
        let (chart, drawing) = (chart.read(), drawing.read());
        let left_over = spots.try_update_value(|spots| spots.show(&layer, &chart, &drawing)).unwrap_or_default();
        left_over.iter().for_each(|element| element.remove());
    });
    let point_at = move |index: Option<usize>| {
        // Whoever opens the records leaves the page: taking away the mark with the focus is an event, and comes here when
        // all else is gone.
        if active.try_get_untracked().is_some_and(|before| before != index) {
            active.set(index);
            spots.update_value(|spots| spots.point_at(index));
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            point_at(None);
            return;
        }
        let next = drawing.with_untracked(|drawing| walked(drawing, spots.read_value().stop(), &event.key()));
        let Some(next) = next else { return };
        event.prevent_default();
        // Taken out first: the focus comes back as an event, which wants to write.
        let element = spots.read_value().element(next);
        if let Some(element) = element {
            let _ = element.focus();
        }
    };
    let on_focus = move |event: web_sys::FocusEvent| {
        if let Some(index) = number(&event) {
            spots.update_value(|spots| spots.stop_at(index));
            point_at(Some(index));
        }
    };
    let on_pointer = move |event: web_sys::PointerEvent| {
        if event.pointer_type() != "touch"
            && let Some(index) = number(&event)
        {
            point_at(Some(index));
        }
    };
    // The first touch shows the tip, as pointing does with a mouse; the second one opens.
    let on_click = move |event: web_sys::MouseEvent| {
        let index = number(&event);
        if index.is_some() && active.get_untracked() != index {
            event.prevent_default();
            point_at(index);
        }
    };
    let label = move || fill(words::WALK, language.get(), &[("title", &chart.read().title)]);
    let shown_tip = move || {
        let index = active.get()?;
        let (mark, width) = drawing.with(|drawing| Some((*drawing.marks.get(index)?, width_of(drawing))))?;
        let (left, top) = tip::place(mark.bounds, width);
        let content = tip::content(&chart.read(), mark.row)?;
        let place = (format!("{left}px"), format!("{top}px"));
        Some(view! { <div class="tip" role="tooltip" style:left=place.0 style:top=place.1>{content}</div> })
    };
    view! {
        <div
            class="marks"
            role="group"
            aria-label=label
            on:keydown=on_keydown
            on:focusin=on_focus
            on:focusout=move |_| point_at(None)
            on:pointerover=on_pointer
            on:pointerleave=move |_| point_at(None)
            on:click=on_click
        >
            <div node_ref=layer></div>
            {shown_tip}
        </div>
    }
}

/// The mark that an event happened to.
fn number(event: &Event) -> Option<usize> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute(NUMBER)?.parse().ok()
}

/// Where a key leads from a mark; nowhere by a key that does not walk.
fn walked(drawing: &Drawing, from: usize, key: &str) -> Option<usize> {
    let last = drawing.marks.len().checked_sub(1)?;
    let row_of = |index: usize| drawing.marks.get(index).map(|mark| mark.row);
    let same_row = |other: &usize| row_of(*other) == row_of(from);
    Some(match key {
        "ArrowRight" => (from + 1).min(last),
        "ArrowLeft" => from.saturating_sub(1),
        "ArrowDown" => (from..=last).find(|other| !same_row(other)).unwrap_or(from),
        "ArrowUp" => {
            let before = (0..from).rev().find(|other| !same_row(other));
            before.map_or(from, |end| (0..=end).find(|first| row_of(*first) == row_of(end)).unwrap_or(end))
        }
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// The drawing's width reaches at least to its rightmost mark.
fn width_of(drawing: &Drawing) -> i32 {
    drawing.marks.iter().map(|mark| mark.bounds.x + mark.bounds.width).max().unwrap_or(0)
}
