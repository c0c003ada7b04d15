//! The head of a list: each column's name, by which the rows are sorted, and its filter.

use super::{Rows, SORT, State};
use crate::{naming, preferences::language};
use anju_domain::{
    lists::listed::{Column, Filter, Filters, List, Range, Shown},
    words::{fill, listing as words, shell},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The head. It stays in sight.
#[component]
pub(super) fn Head<R: Send + Sync + 'static>(
    list: List<R>,
    state: State,
    shown: Memo<Shown>,
    rows: Memo<Arc<Rows<R>>>,
) -> impl IntoView {
    let hide = Memo::new(move |_| shown.with(|shown| shown.hide.clone()));
    let visible = move || list.visible(&Shown { hide: hide.get(), ..Shown::default() });
    // What there is to choose from is looked up when other rows come, not while somebody searches.
    let rows = Memo::new_with_compare(
        move |_| rows.get(),
        |before, now| match (before, now) {
            (Some(before), Some(now)) => !Arc::ptr_eq(&before.all, &now.all),
            _ => true,
        },
    );
    view! {
        <thead>
            <tr aria-rowindex="1">
                {move || visible().into_iter().map(|column| name(list, column, state, shown)).collect_view()}
            </tr>
            <tr class="narrowing" aria-rowindex="2">
                {move || visible().into_iter().map(|column| filter(list, column, state, shown, rows)).collect_view()}
            </tr>
        </thead>
    }
    .into_any()
}

fn is_amount<R>(column: &Column<R>) -> bool {
    matches!(column.filter, Filter::Amounts(..))
}

fn name<R: Send + Sync>(list: List<R>, column: &'static Column<R>, state: State, shown: Memo<Shown>) -> impl IntoView {
    let language = language();
    let order = move || shown.with(|shown| list.sorted_by(shown).filter(|(by, _)| by.key == column.key).map(|by| by.1));
    let sort = move |_| {
        let next = match order() {
            None => column.key.to_owned(),
            Some(false) => format!("-{}", column.key),
            Some(true) => String::new(),
        };
        state.query.set(&[(SORT, &next)]);
    };
    let aria = move || order().map_or("none", |down| if down { "descending" } else { "ascending" });
    let mark = move || order().map_or("", |down| if down { " ↓" } else { " ↑" });
    view! {
        <th scope="col" class:n=is_amount(column) aria-sort=aria>
            <button
                type="button"
                title=move || fill(words::SORT_BY, language.get(), &[("name", column.name.get(language.get()))])
                on:click=sort
            >
                {move || column.name.get(language.get())}
                <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
}

fn filter<R: Send + Sync>(
    list: List<R>,
    column: &'static Column<R>,
    state: State,
    shown: Memo<Shown>,
    rows: Memo<Arc<Rows<R>>>,
) -> impl IntoView {
    let language = language();
    let all = move || Filters::read(&shown.with(|shown| shown.filter.clone()).unwrap_or_default());
    let value = Memo::new(move |_| all().get(column.key).unwrap_or_default().to_owned());
    let set = move |to: String| {
        let mut filters = untrack(all);
        filters.set(column.key, &to);
        state.set_filters(&filters);
    };
    let label = move || fill(words::FILTER_BY, language.get(), &[("name", column.name.get(language.get()))]);
    let field = match column.filter {
        Filter::No => ().into_any(),
        Filter::Choice(_) => {
            let options = move || {
                let known = list.choices(&rows.read().all, column.key, &naming::reader(language.get()));
                known
                    .into_iter()
                    .map(|(code, name)| {
                        let own = code.clone();
                        view! { <option value=code prop:selected=move || value.get() == own>{name}</option> }
                    })
                    .collect_view()
            };
            view! {
                <select aria-label=label on:change:target=move |event| set(event.target().value())>
                    <option value="" prop:selected=move || value.get().is_empty()>{move || shell::ALL.get(language.get())}</option>
                    {options}
                </select>
            }
            .into_any()
        }
        Filter::Words(_) => view! {
            <input
                type="search"
                aria-label=label
                placeholder=move || words::HOLDS.get(language.get())
                prop:value=move || value.get()
                on:change:target=move |event| set(event.target().value())
            />
        }
        .into_any(),
        Filter::Amounts(_, decimals) => {
            // What is no range stays in its field, is told, and filters nothing.
            let refused = RwSignal::new(false);
            let take = move |typed: String| {
                let is_range = typed.trim().is_empty() || Range::read(&typed, decimals).is_some();
                refused.set(!is_range);
                if is_range {
                    set(typed);
                }
            };
            view! {
                <input
                    type="search"
                    inputmode="text"
                    aria-label=label
                    aria-invalid=move || refused.get().then_some("true")
                    title=move || refused.get().then(|| words::NO_AMOUNTS.get(language.get()))
                    placeholder=move || words::AMOUNTS.get(language.get())
                    prop:value=move || value.get()
                    on:change:target=move |event| take(event.target().value())
                />
            }
            .into_any()
        }
    };
    view! { <td class:n=is_amount(column)>{field}</td> }
}
