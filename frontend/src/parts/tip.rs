//! The tip beside a mark: its row in full, the same as what a screen reader hears of the mark.

use anju_domain::chart::{Cell, Chart};
use leptos::prelude::*;

/// As wide as a tip gets, in pixels; the style sheet says the same.
const WIDTH: i32 = 248;
/// Between the mark and its tip.
const GAP: i32 = 6;

/// Where a tip stands for a mark of this place in a drawing of this width.
pub(crate) fn place(bounds: anju_charts::Bounds, drawing: i32) -> (i32, i32) {
    let middle = bounds.x + bounds.width / 2;
    let left = (middle - WIDTH / 2).clamp(0, (drawing - WIDTH).max(0));
    (left, bounds.y + bounds.height + GAP)
}

/// What a tip says of a row.
pub(crate) fn content(chart: &Chart, row: usize) -> Option<impl IntoView + use<>> {
    let row = chart.rows.get(row)?;
    let label = row.cells.first().map(Cell::shown).unwrap_or_default();
    let lines = chart
        .columns
        .iter()
        .zip(&row.cells)
        .skip(1)
        .map(|(column, cell)| {
            let shown = cell.shown();
            let unit = if shown.ends_with('%') || shown == "—" { String::new() } else { column.unit.clone() };
            view! { <dt>{column.name.clone()}</dt><dd>{shown} <small>{unit}</small></dd> }
        })
        .collect_view();
    Some(view! { <b>{label}</b><dl>{lines}</dl> })
}
