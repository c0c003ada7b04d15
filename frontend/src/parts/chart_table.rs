//! The table of a chart: the same rows as its drawing.

use crate::pages::openable;
use anju_domain::chart::{Cell, Chart, Column, Emphasis, Row};
use leptos::prelude::*;

/// The table of a chart.
pub(crate) fn chart_table(chart: &Chart) -> AnyView {
    let head = |column: &Column| {
        let unit = (!column.unit.is_empty()).then(|| view! { <small>{column.unit.clone()}</small> });
        let numeric = !column.unit.is_empty();
        view! { <th scope="col" class:n=numeric>{column.name.clone()} {unit}</th> }
    };
    let cell = |cell: &Cell| view! { <td class:n=!matches!(cell, Cell::Text(_))>{cell.shown()}</td> };
    let row = |row: &Row| {
        let mut cells = row.cells.iter();
        let first = cells.next().map(Cell::shown).unwrap_or_default();
        let first = match openable(row.records.clone()) {
            Some(records) => view! { <a href=records>{first}</a> }.into_any(),
            None => first.into_any(),
        };
        view! {
            <tr
                class:sum=matches!(row.emphasis, Emphasis::Subtotal | Emphasis::Total)
                class:bad=row.emphasis == Emphasis::Alarm
            >
                <th scope="row">{first}</th>
                {cells.map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=chart.title.clone()>
            <table class="chart-table">
                <thead><tr>{chart.columns.iter().map(head).collect_view()}</tr></thead>
                <tbody>{chart.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
