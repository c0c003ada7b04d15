//! Which reports a list shows: by state with true numbers, by month, community and project owner, by page.

use crate::{
    parts::pick::Pick,
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{ReportPage, ReportQuery, ReportShow},
    exact::Month,
    language::Text,
    model::Role,
    naming,
    words::{fill, quantities, reports as words},
};
use leptos::prelude::*;

const SHOW: &str = "show";
const PERIOD: &str = "period";
const COMMUNITY: &str = "community";
const OWNER: &str = "owner";
const OFFSET: &str = "offset";
const PAGE_SIZE: u32 = 50;
/// The kinds that can be asked for, as the address and the page name them.
const SHOWS: [(ReportShow, &str, Text); 7] = [
    (ReportShow::All, "", words::SHOW_ALL),
    (ReportShow::Waiting, "waiting", words::SHOW_WAITING),
    (ReportShow::Overdue, "overdue", words::SHOW_OVERDUE),
    (ReportShow::Returned, "returned", words::SHOW_RETURNED),
    (ReportShow::Sent, "sent", words::SHOW_SENT),
    (ReportShow::Accepted, "accepted", words::SHOW_ACCEPTED),
    (ReportShow::NotYet, "not_yet", words::SHOW_NOT_YET),
];

/// What the address asks for.
pub(super) fn asked_of(query: Query) -> ReportQuery {
    let named = query.get(SHOW).unwrap_or_default();
    ReportQuery {
        show: SHOWS.iter().find(|(_, name, _)| *name == named).map_or(ReportShow::All, |(show, ..)| *show),
        period: query.read(PERIOD),
        owner: query.get(OWNER),
        community: query.read(COMMUNITY),
        offset: query.read(OFFSET),
        limit: Some(PAGE_SIZE),
    }
}

/// The filters.
#[component]
pub(super) fn Filters(query: Query, page: Remote<ReportPage>) -> impl IntoView {
    let language = language();
    let change = move |name: &'static str, to: &str| query.set(&[(name, to), (OFFSET, "")]);
    let months = Signal::derive(move || {
        let view = session().view();
        let first =
            view.as_ref().and_then(|view| view.programme.as_ref()).and_then(|head| Month::new(head.year_from, 1));
        let (Some(view), Some(first)) = (view, first) else { return Vec::new() };
        let months = std::iter::successors(Some(Month::of(view.today)), |month| Some(month.previous()));
        let named = |month: Month| (month.to_string(), quantities::month(language.get(), month));
        months.take_while(|month| *month >= first).map(named).collect()
    });
    let communities = Signal::derive(move || {
        let all = page.get().map(|page| page.communities.clone()).unwrap_or_default();
        all.into_iter().map(|(id, name)| (id.to_string(), name)).collect::<Vec<_>>()
    });
    let owners = Signal::derive(move || {
        let all = page.get().map(|page| page.owners.clone()).unwrap_or_default();
        all.into_iter().map(|name| (name.clone(), naming::unit(&name, language.get()))).collect::<Vec<_>>()
    });
    let is_bound = session().view_untracked().is_some_and(|view| view.role == Role::ProjectOwner);
    let value = move |name: &'static str| Signal::derive(move || query.get(name).unwrap_or_default());
    let segment = move |(show, name, text): (ReportShow, &'static str, Text)| {
        let number = move || page.get().map(|page| page.numbers.of(show).to_string());
        view! {
            <button
                type="button"
                aria-pressed=move || (query.get(SHOW).unwrap_or_default() == name).to_string()
                on:click=move |_| change(SHOW, name)
            >
                {say(text)}" "<b>{number}</b>
            </button>
        }
    };
    view! {
        <div class="bar duty-filters report-filters">
            <div class="segments" role="group" aria-label=say(words::SHOW)>{SHOWS.map(segment)}</div>
            <Pick name=words::PERIOD options=months value=value(PERIOD) on_pick=move |to| change(PERIOD, &to) />
            <Pick
                name=words::COMMUNITY
                options=communities
                value=value(COMMUNITY)
                on_pick=move |to| change(COMMUNITY, &to)
            />
            {(!is_bound).then(|| view! {
                <Pick name=words::OWNER options=owners value=value(OWNER) on_pick=move |to| change(OWNER, &to) />
            })}
        </div>
    }
    .into_any()
}

/// The way to the other pages of a long list.
#[component]
pub(super) fn Turning(query: Query, page: Remote<ReportPage>) -> impl IntoView {
    let language = language();
    let turn = move |to: u32| query.set(&[(OFFSET, &if to == 0 { String::new() } else { to.to_string() })]);
    move || {
        let page = page.get()?;
        let total = u32::try_from(page.total).unwrap_or(u32::MAX);
        let offset = query.read::<u32>(OFFSET).unwrap_or(0).min(total);
        let end = offset.saturating_add(u32::try_from(page.rows.len()).unwrap_or(0));
        let (from, to, all) = ((offset + 1).to_string(), end.to_string(), total.to_string());
        let shown = fill(words::SHOWN, language.get(), &[("from", &from), ("to", &to), ("all", &all)]);
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
