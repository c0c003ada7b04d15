//! Which tasks a list shows: by state with true numbers, by community, by year, by page.

use crate::{
    client::{self, Failure},
    parts::pick::Pick,
    preferences::{language, say},
    remote::Remote,
    route::{Query, address},
    session::session,
};
use anju_domain::{
    api::{DUTIES_FILE, DutyPage, DutyQuery, DutyShow},
    language::Text,
    words::{duties as words, fill},
};
use leptos::prelude::*;
use uuid::Uuid;

const SHOW: &str = "show";
const COMMUNITY: &str = "community";
const YEAR: &str = "year";
const OFFSET: &str = "offset";
const PAGE_SIZE: u32 = 50;
/// The kinds that can be asked for, as the address and the page name them.
const SHOWS: [(DutyShow, &str, Text); 4] = [
    (DutyShow::All, "", words::SHOW_ALL),
    (DutyShow::Open, "open", words::SHOW_OPEN),
    (DutyShow::Overdue, "overdue", words::SHOW_OVERDUE),
    (DutyShow::Closed, "closed", words::SHOW_CLOSED),
];

/// What the address asks for.
pub(super) fn asked_of(query: Query) -> DutyQuery {
    let named = query.get(SHOW).unwrap_or_default();
    DutyQuery {
        show: SHOWS.iter().find(|(_, name, _)| *name == named).map_or(DutyShow::All, |(show, ..)| *show),
        community: query.read(COMMUNITY),
        year: query.read(YEAR),
        offset: query.read(OFFSET),
        limit: Some(PAGE_SIZE),
        ..DutyQuery::default()
    }
}

/// Where the file of all that the address asks for is made.
pub(super) fn file_of(query: Query) -> Result<String, Failure> {
    client::address(DUTIES_FILE, &[], &DutyQuery { offset: None, limit: None, ..untrack(|| asked_of(query)) })
}

/// The filters; a change closes the task that is open.
#[component]
pub(super) fn Filters(query: Query, page: Remote<DutyPage>) -> impl IntoView {
    let language = language();
    let address = address();
    let change = move |changes: &[(&'static str, &str)]| {
        if address.path.get_untracked() != super::PATH {
            let query = address.query.get_untracked();
            address.go(&format!("{}?{query}", super::PATH), true);
        }
        query.set(changes);
    };
    let years = Signal::derive(move || {
        let view = session().view();
        let head = view.as_ref().and_then(|view| view.programme.as_ref());
        let named = |year: i32| (year.to_string(), fill(words::YEAR_NAME, language.get(), &[("n", &year.to_string())]));
        head.map(|head| (head.year_from..=head.year_to).map(named).collect()).unwrap_or_default()
    });
    let communities = Signal::derive(move || {
        let all = page.get().map(|page| page.communities.clone()).unwrap_or_default();
        all.into_iter().map(|(id, name)| (id.to_string(), name)).collect::<Vec<_>>()
    });
    let value = move |name: &'static str| Signal::derive(move || query.get(name).unwrap_or_default());
    let segment = move |(show, name, text): (DutyShow, &'static str, Text)| {
        let number = move || page.get().map(|page| page.numbers.of(show).to_string());
        view! {
            <button
                type="button"
                aria-pressed=move || (query.get(SHOW).unwrap_or_default() == name).to_string()
                on:click=move |_| change(&[(SHOW, name), (OFFSET, "")])
            >
                {say(text)}" "<b>{number}</b>
            </button>
        }
    };
    view! {
        <div class="bar duty-filters">
            <div class="segments" role="group" aria-label=say(words::SHOW)>{SHOWS.map(segment)}</div>
            <Pick
                name=words::COMMUNITY
                options=communities
                value=value(COMMUNITY)
                on_pick=move |to| change(&[(COMMUNITY, &to), (OFFSET, "")])
            />
            {move || query.read::<Uuid>(COMMUNITY).map(|id| view! {
                <a class="btn" href=format!("{}/community/{id}", super::PATH)>{say(words::TOGETHER_OPEN)}</a>
            })}
            <Pick name=words::YEAR options=years value=value(YEAR) on_pick=move |to| change(&[(YEAR, &to), (OFFSET, "")]) />
        </div>
    }
    .into_any()
}

/// The way to the other pages of a long list.
#[component]
pub(super) fn Turning(query: Query, page: Remote<DutyPage>) -> impl IntoView {
    let language = language();
    let turn = move |to: u32| query.set(&[(OFFSET, &if to == 0 { String::new() } else { to.to_string() })]);
    move || {
        let page = page.get()?;
        let total = u32::try_from(page.numbers.of(asked_of(query).show)).unwrap_or(u32::MAX);
        let offset = query.read::<u32>(OFFSET).unwrap_or(0).min(total);
        let end = offset.saturating_add(u32::try_from(page.rows.len()).unwrap_or(0));
        let places = [("from", (offset + 1).to_string()), ("to", end.to_string()), ("all", total.to_string())];
        let places: Vec<(&str, &str)> = places.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let shown = fill(words::SHOWN, language.get(), &places);
        (total > PAGE_SIZE).then(|| {
            view! {
                <nav class="bar pages" aria-label=say(words::PAGES)>
                    <button
                        class="btn"
                        type="button"
                        disabled=offset == 0
                        on:click=move |_| turn(offset.saturating_sub(PAGE_SIZE))
                    >
                        {say(words::PREVIOUS)}
                    </button>
                    <span>{shown}</span>
                    <button class="btn" type="button" disabled=end >= total on:click=move |_| turn(end)>
                        {say(words::NEXT)}
                    </button>
                </nav>
            }
        })
    }
}
