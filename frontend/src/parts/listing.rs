//! A list of any length: search, filters of columns, order, chosen columns, all of it in the address; of its rows only those
//! that are in sight, and some beyond, are in the page. What is shown is decided by the domain (`lists::listed`).

mod columns;
mod head;
mod window;

use crate::{
    preferences::say,
    route::{Address, Query, address},
};
use anju_domain::{
    language::{Language, Text},
    lists::listed::{Column, Filters, List, Shown},
    words::listing as words,
};
use columns::Columns;
use head::Head;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::{sync::Arc, time::Duration};
use window::Window;

const SEARCH: &str = "search";
const FILTER: &str = "filter";
const SORT: &str = "sort";
const HIDE: &str = "hide";
/// A pause in typing after which the rows are searched.
const PAUSE: Duration = Duration::from_millis(200);

/// What a list shows, in the address of its page.
#[derive(Clone, Copy)]
pub(crate) struct State {
    query: Query,
    address: Address,
    /// Parts of older addresses that stand for filters: they go when a filter is set.
    instead: &'static [&'static str],
}

impl State {
    /// The state of the page that is open.
    pub(crate) fn of_page(instead: &'static [&'static str]) -> Self {
        Self { query: Query::of_page(), address: address(), instead }
    }

    /// What is shown.
    pub(crate) fn shown(self) -> Shown {
        let get = |name| self.query.get(name);
        Shown { search: get(SEARCH), filter: get(FILTER), sort: get(SORT), hide: get(HIDE) }
    }

    fn set_filters(self, filters: &Filters) {
        let filters = filters.written();
        let mut changes = vec![(FILTER, filters.as_str())];
        changes.extend(self.instead.iter().map(|name| (*name, "")));
        self.query.set(&changes);
    }

    fn open(self, to: Opens) {
        match to {
            Opens::Page(path) => self.address.go(&path, false),
            Opens::Within(name, value) => self.query.set(&[(name, &value)]),
        }
    }

    fn clear(self) {
        self.query.set(&[(SEARCH, "")]);
        self.set_filters(&Filters::default());
    }
}

/// Where a row leads.
pub(crate) enum Opens {
    /// To a page.
    Page(String),
    /// To a part of this page, by a value in its address.
    Within(&'static str, String),
}

/// How the rows of a list look and where they lead.
pub(crate) struct Looks<R: 'static> {
    /// What a row shows in a column, when it is more than the words of its cell.
    pub(crate) cell: fn(&R, &'static Column<R>, Language) -> Option<AnyView>,
    /// Where a row leads.
    pub(crate) opens: fn(&R) -> Opens,
    /// What a row is in one list for ever.
    pub(crate) key: fn(&R) -> u128,
}

impl<R: 'static> Clone for Looks<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: 'static> Copy for Looks<R> {}

/// The rows that are shown: all there are, and the places of those among them in their order.
pub(crate) struct Rows<R> {
    pub(crate) all: Arc<Vec<R>>,
    pub(crate) places: Vec<usize>,
}

impl<R> Rows<R> {
    fn at(&self, number: usize) -> Option<&R> {
        self.places.get(number).and_then(|place| self.all.get(*place))
    }
}

impl<R> PartialEq for Rows<R> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all) && self.places == other.places
    }
}

/// A list; `name` is what the table is called, `search` what its search finds.
#[component]
pub(crate) fn Listing<R: Send + Sync + 'static>(
    list: List<R>,
    state: State,
    /// What is shown, with what older addresses say.
    shown: Memo<Shown>,
    rows: Memo<Arc<Rows<R>>>,
    looks: Looks<R>,
    name: Text,
    search: Text,
) -> impl IntoView {
    let text = RwSignal::new(untrack(|| shown.with(|shown| shown.search.clone())).unwrap_or_default());
    let pause = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(running) = pause.try_update_value(Option::take).flatten() {
            running.clear();
        }
    };
    // What was typed last must not reach the address of the next page.
    on_cleanup(stop);
    let clear = move |_| {
        stop();
        text.set(String::new());
        state.clear();
    };
    let on_search = move |typed: String| {
        stop();
        text.set(typed.clone());
        let later = set_timeout_with_handle(move || state.query.set(&[(SEARCH, typed.trim())]), PAUSE);
        pause.set_value(later.ok());
    };
    let narrowed = move || shown.with(|shown| shown.search.is_some() || shown.filter.is_some());
    view! {
        <div class="bar" role="search">
            <label class="search wide">
                <span class="sr">{say(search)}</span>
                <input
                    type="search"
                    placeholder=say(search)
                    title=say(words::SEARCH_BY)
                    prop:value=move || text.get()
                    on:input:target=move |event| on_search(event.target().value())
                />
            </label>
            <Show when=narrowed>
                <button class="btn" type="button" on:click=clear>{say(words::CLEAR)}</button>
            </Show>
            <Columns list state shown />
        </div>
        <Window list shown rows looks name state />
    }
    .into_any()
}
