//! 月报: every month of the works with its report, begun or not; a report opens as a page of its own.

mod conflict;
mod correct;
mod draft;
mod entry;
mod form;
mod history;
mod judge;
mod kinds;
mod list;
mod reading;
mod report;
mod sending;

use crate::{
    client::{Client, Options, address},
    live::Live,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        listing::{Listing, Rows, State},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{ListAllReports, REPORTS_FILE, ReportList, ReportQuery, ReportShow},
    exact::grouped,
    lists::reports::{LIST, of_kind, shown},
    words::{fill, quantities, reports as words},
};
use kinds::{Kinds, kind_of};
use leptos::prelude::*;
use list::LOOKS;
pub(crate) use report::ReportPage;
use std::sync::Arc;

/// Where the reports are.
const PATH: &str = "/reports";
/// What addresses of other pages say instead of a filter.
const PERIOD: &str = "period";
const OWNER: &str = "owner";

/// 月报
#[component]
pub(crate) fn Reports() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let query = Query::of_page();
    let state = State::of_page(&[PERIOD, OWNER]);
    let list: Remote<ReportList> = Remote::new();
    let ask = move || {
        list.ask(async move { client.send::<ListAllReports>(&[], &(), &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let asked = move || {
        let shown = state.shown();
        ReportQuery {
            show: kind_of(query),
            period: query.read(PERIOD),
            owner: query.get(OWNER),
            search: shown.search,
            filter: shown.filter,
            sort: shown.sort,
            hide: shown.hide,
            ..ReportQuery::default()
        }
    };
    let shown = Memo::new(move |_| shown(&asked()));
    let kind = Memo::new(move |_| kind_of(query));
    let of_kind = Memo::new(move |_| {
        let of = ReportQuery { show: kind.get(), ..ReportQuery::default() };
        Arc::new(list.get().map(|list| of_kind(&list.rows, &of)).unwrap_or_default())
    });
    let rows = Memo::new(move |_| {
        let all = of_kind.get();
        let places = shown.with(|shown| LIST.select(&all, shown));
        Arc::new(Rows { all, places })
    });
    let file = move || address(REPORTS_FILE, &[], &untrack(asked));
    let scope = move || {
        let today = session().view()?.today;
        let date = quantities::date(language.get(), today);
        Some(fill(words::SCOPE, language.get(), &[("date", &date)]))
    };
    let number = |count: usize| grouped(i64::try_from(count).unwrap_or(i64::MAX));
    let count = move || {
        let is_narrowed =
            kind.get() != ReportShow::All || shown.with(|shown| shown.search.is_some() || shown.filter.is_some());
        let text = if is_narrowed { words::COUNT_FILTERED } else { words::COUNT };
        list.is_here().then(|| fill(text, language.get(), &[("n", &number(rows.read().places.len()))]))
    };
    // Of more than a list can hold only the latest are here.
    let cut = move || {
        let list = list.get()?;
        let listed = list.rows.len();
        let is_cut = usize::try_from(list.total).is_ok_and(|total| total > listed);
        is_cut.then(|| fill(words::ONLY, language.get(), &[("all", &grouped(list.total)), ("n", &number(listed))]))
    };
    view! {
        <div class="reports-page">
            <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
                <p>{scope}</p>
                <p role="status">{count}</p>
                <Export address=file />
            </PageHead>
            {move || list.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
            <Show when=move || list.is_here() fallback=move || list.failure().is_none().then(Waiting)>
                <Kinds query list />
                <Listing list=LIST state shown rows looks=LOOKS name=words::TITLE search=words::SEARCH />
                <Show when=move || rows.read().places.is_empty()>
                    <section class="note"><h2>{say(words::EMPTY)}</h2><p>{say(words::EMPTY_DETAIL)}</p></section>
                </Show>
                {move || cut().map(|text| view! { <p><small>{text}</small></p> })}
            </Show>
        </div>
    }
    .into_any()
}
