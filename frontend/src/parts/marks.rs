//! The layer over a drawing: every mark can be pointed at, walked with the arrow keys and opened.
//!
//! One stop of the Tab key a chart; arrows, Home and End walk its marks, Enter opens the records, Escape closes the tip.

use super::tip;
use crate::{browser, pages::openable, preferences::language};
use anju_charts::Drawing;
use anju_domain::{
    chart::Chart,
    words::{figure as words, fill},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use std::sync::Arc;

/// The layer over a drawing.
#[component]
pub(crate) fn Marks(chart: Signal<Arc<Chart>>, drawing: Memo<Drawing>) -> impl IntoView {
    let language = language();
    // The mark whose tip is shown, and the one that the Tab key comes to.
    let active = RwSignal::new(None::<usize>);
    let stop = RwSignal::new(0_usize);
    let count = Memo::new(move |_| drawing.with(|drawing| drawing.marks.len()));
    let id = move |index: usize| format!("{}-mark-{index}", chart.read().id);
    let row_of = move |index: usize| drawing.with(|drawing| drawing.marks.get(index).map(|mark| mark.row));
    let on_keydown = move |event: KeyboardEvent| {
        let last = count.get_untracked().saturating_sub(1);
        let at = stop.get_untracked().min(last);
        let same_row = |other: usize| row_of(other) == row_of(at);
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1).min(last),
            "ArrowLeft" => at.saturating_sub(1),
            "ArrowDown" => (at..=last).find(|&other| !same_row(other)).unwrap_or(at),
            "ArrowUp" => {
                let before = (0..at).rev().find(|&other| !same_row(other));
                before.map_or(at, |end| (0..=end).find(|&first| row_of(first) == row_of(end)).unwrap_or(end))
            }
            "Home" => 0,
            "End" => last,
            "Escape" => {
                active.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        browser::focus(&id(next));
    };
    let mark = move |index: usize| {
        let bounds = move || drawing.with(|drawing| drawing.marks.get(index).map(|mark| mark.bounds));
        let pixels = move |pick: fn(anju_charts::Bounds) -> i32| move || format!("{}px", bounds().map_or(0, pick));
        let row = move || row_of(index).unwrap_or_default();
        let records = move || openable(chart.read().rows.get(row()).and_then(|row| row.records.clone()));
        let described = move || {
            let chart = chart.read();
            chart.rows.get(row()).map(|row| chart.describe(row))
        };
        // The first touch shows the tip, as pointing does with a mouse; the second one opens.
        let on_click = move |event: leptos::ev::MouseEvent| {
            if active.get_untracked() != Some(index) {
                event.prevent_default();
                active.set(Some(index));
            }
        };
        view! {
            <a
                id=move || id(index)
                class="mark-spot"
                data-mark=index.to_string()
                class:on=move || active.get() == Some(index)
                href=records
                role=move || records().is_none().then_some("img")
                tabindex=move || if stop.get().min(count.get().saturating_sub(1)) == index { "0" } else { "-1" }
                aria-label=described
                style:left=pixels(|bounds| bounds.x)
                style:top=pixels(|bounds| bounds.y)
                style:width=pixels(|bounds| bounds.width)
                style:height=pixels(|bounds| bounds.height)
                on:focus=move |_| {
                    stop.set(index);
                    active.set(Some(index));
                }
                on:blur=move |_| active.set(None)
                on:pointerenter=move |event| {
                    if event.pointer_type() != "touch" {
                        active.set(Some(index));
                    }
                }
                on:click=on_click
            ></a>
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
            on:pointerleave=move |_| active.set(None)
        >
            <For each=move || 0..count.get() key=|index| *index children=mark />
            {shown_tip}
        </div>
    }
}

/// The drawing's width reaches at least to its rightmost mark.
fn width_of(drawing: &Drawing) -> i32 {
    drawing.marks.iter().map(|mark| mark.bounds.x + mark.bounds.width).max().unwrap_or(0)
}
