//! Which columns are shown.

use super::{HIDE, State};
use crate::preferences::{language, say};
use anju_domain::{
    lists::listed::{List, Shown},
    words::listing as words,
};
use leptos::prelude::*;

/// The choice of columns; the last one stays.
#[component]
pub(super) fn Columns<R: Send + Sync + 'static>(list: List<R>, state: State, shown: Memo<Shown>) -> impl IntoView {
    let language = language();
    let visible = move || shown.with(|shown| list.visible(shown).iter().map(|column| column.key).collect::<Vec<_>>());
    let turn = move |key: &'static str| {
        let mut now = untrack(visible);
        match now.iter().position(|known| *known == key) {
            Some(place) => drop(now.remove(place)),
            None => now.push(key),
        }
        let hidden = list.columns.iter().map(|column| column.key).filter(|key| !now.contains(key));
        let hidden: Vec<&str> = if now.is_empty() { Vec::new() } else { hidden.collect() };
        state.query.set(&[(HIDE, &hidden.join(","))]);
    };
    let choice = move |key: &'static str, name: anju_domain::language::Text| {
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=move || visible().contains(&key) on:change=move |_| turn(key) />
                    {move || name.get(language.get())}
                </label>
            </li>
        }
    };
    view! {
        <details class="columns end">
            <summary class="btn">{say(words::COLUMNS)}</summary>
            <ul>{list.columns.iter().map(|column| choice(column.key, column.name)).collect_view()}</ul>
        </details>
    }
    .into_any()
}
