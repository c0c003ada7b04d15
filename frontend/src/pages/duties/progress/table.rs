//! The table of L-09, sorted by any column; each row opens the tasks of its unit.

use super::{PATH, UNIT, may_open, reminding::Reminding};
use crate::{
    preferences::{language, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    chart::{Chart, Column, Emphasis, Row},
    indicators::ProgrammeFacts,
    lists::duty_standing::{DOWN, sorted},
    words::{duties as words, fill},
};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) const SORT: &str = "sort";

/// The table.
#[component]
pub(super) fn UnitTable(
    chart: Memo<Option<Arc<Chart>>>,
    facts: Remote<ProgrammeFacts>,
    query: Query,
    reminding: Reminding,
    can_remind: bool,
) -> impl IntoView {
    let language = language();
    let sorted = Memo::new(move |_| {
        let chart = chart.get()?;
        let rows = sorted(&chart, &query.get(SORT).unwrap_or_default());
        Some((chart, rows))
    });
    let head = move |column: &Column| {
        let key = column.key.clone();
        let direction = {
            let key = key.clone();
            move || match query.get(SORT) {
                Some(by) if by == key => Some("ascending"),
                Some(by) if by.strip_prefix(DOWN) == Some(key.as_str()) => Some("descending"),
                _ => None,
            }
        };
        let mark = {
            let direction = direction.clone();
            move || direction().map(|direction| if direction == "ascending" { " ▲" } else { " ▼" })
        };
        let turn = move |_| {
            let down = format!("{DOWN}{key}");
            let to = if query.get(SORT).as_deref() == Some(down.as_str()) { key.clone() } else { down };
            query.set(&[(SORT, &to)]);
        };
        let label = fill(words::SORT_BY, language.get_untracked(), &[("name", &column.name)]);
        view! {
            <th scope="col" class:n=!column.unit.is_empty() aria-sort=direction>
                <button class="sort" type="button" title=label on:click=turn>
                    {column.name.clone()}
                    <span aria-hidden="true">{mark}</span>
                </button>
            </th>
        }
    };
    let row = move |row: &Row| {
        let unit = row.key.clone();
        let is_unit = row.emphasis != Emphasis::Total;
        let name = row.cells.first().map(anju_domain::chart::Cell::shown).unwrap_or_default();
        let chosen = query.get(UNIT).as_deref() == Some(unit.as_str());
        let title = if is_unit && may_open(&unit) {
            view! { <a href=format!("{PATH}?{UNIT}={unit}")>{name.clone()}</a> }.into_any()
        } else {
            name.clone().into_any()
        };
        let late = row.emphasis == Emphasis::Alarm;
        let remind = (can_remind && is_unit).then(|| {
            let label = fill(words::REMIND_OF, language.get_untracked(), &[("unit", &name)]);
            let ask = move |_| reminding.ask(Some(unit.clone()), facts.get_untracked());
            view! { <button class="link" type="button" aria-label=label on:click=ask>{say(words::REMIND)}</button> }
        });
        view! {
            <tr class:sum=!is_unit class:chosen=chosen>
                <td class="title">{title}</td>
                {row.cells.iter().skip(1).enumerate().map(|(place, cell)| {
                    view! { <td class="n" class:bad=late && place == OVERDUE>{cell.shown()}</td> }
                }).collect_view()}
                {can_remind.then(|| view! { <td class="row-acts">{remind}</td> })}
            </tr>
        }
    };
    move || {
        let (chart, rows) = sorted.get()?;
        chart.empty.is_none().then(|| {
            view! {
                <div class="scroll" tabindex="0" role="region" aria-label=chart.title.clone()>
                    <table class="list units">
                        <thead>
                            <tr>
                                {chart.columns.iter().map(head).collect_view()}
                                {can_remind.then(|| view! { <th scope="col"><span class="sr">{say(words::ACTS)}</span></th> })}
                            </tr>
                        </thead>
                        <tbody>{rows.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    }
}

/// The place of the number that is red, after the name.
const OVERDUE: usize = 2;
