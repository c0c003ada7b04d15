//! A table of the domain on a page: the very rows that its file holds.

use crate::preferences::language;
use anju_domain::{
    chart::{Cell as Figure, Column, Emphasis},
    table::{Cell, Row, Table},
};
use leptos::prelude::*;

/// The table; `records` gives the address behind a row by its place.
pub(crate) fn table_view(table: &Table, records: impl Fn(usize) -> Option<String>) -> AnyView {
    let language = language().get_untracked();
    let is_number = |cell: &Cell| !matches!(cell, Cell::Figure(Figure::Text(_)) | Cell::Day(_));
    let numbers: Vec<bool> = match table.rows.first() {
        Some(row) => row.cells.iter().map(is_number).collect(),
        None => Vec::new(),
    };
    let head = |(place, column): (usize, &Column)| {
        let unit = (!column.unit.is_empty()).then(|| view! { <small>{column.unit.clone()}</small> });
        view! {
            <th scope="col" class:n=numbers.get(place).copied().unwrap_or_default()>{column.name.clone()}" "{unit}</th>
        }
    };
    let row = |(place, row): (usize, &Row)| {
        let mut cells = row.cells.iter().zip(&table.columns);
        let first = cells.next().map(|(cell, _)| cell.shown(language)).unwrap_or_default();
        let first = match records(place) {
            Some(address) => view! { <a href=address>{first}</a> }.into_any(),
            None => first.into_any(),
        };
        let cell = |(cell, column): (&Cell, &Column)| {
            view! { <td class:n=is_number(cell) data-label=column.name.clone()>{cell.shown(language)}</td> }
        };
        view! {
            <tr
                class:sum=matches!(row.emphasis, Emphasis::Subtotal | Emphasis::Total)
                class:bad=row.emphasis == Emphasis::Alarm
            >
                <td class="title">{first}</td>
                {cells.map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.title.clone()>
            <table class="list cards">
                <thead><tr>{table.columns.iter().enumerate().map(head).collect_view()}</tr></thead>
                <tbody>{table.rows.iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
