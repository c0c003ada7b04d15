//! 小区: every project community of the programme; what is shown of them stands in the address.

use crate::{
    client::{Client, Options, address},
    live::Live,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        listing::{Listing, Looks, Opens, Rows, State},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{COMMUNITIES_FILE, CommunityPage, CommunityQuery, CommunityRow, ListAllCommunities},
    exact::grouped,
    language::Language,
    lists::{
        communities::{LIST, findings, shown},
        listed::Column,
    },
    model::Role,
    policy::stages::Stage,
    words::{communities as words, fill, register},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What addresses of other pages say instead of a filter.
const YEAR: &str = "year";
const STAGE: &str = "stage";

/// 小区
#[component]
pub(crate) fn Communities() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let query = Query::of_page();
    let state = State::of_page(&[YEAR, STAGE]);
    let page: Remote<CommunityPage> = Remote::new();
    let ask = move || {
        page.ask(async move { client.send::<ListAllCommunities>(&[], &(), &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let asked = move || {
        let shown = state.shown();
        CommunityQuery {
            year: query.read(YEAR),
            stage: query.get(STAGE).and_then(|code| Stage::from_code(&code)),
            search: shown.search,
            filter: shown.filter,
            sort: shown.sort,
            hide: shown.hide,
            ..CommunityQuery::default()
        }
    };
    let shown = Memo::new(move |_| shown(&asked()));
    let all = Memo::new(move |_| Arc::new(page.get().map(|page| page.rows.clone()).unwrap_or_default()));
    let rows = Memo::new(move |_| {
        let all = all.get();
        let places = shown.with(|shown| LIST.select(&all, shown));
        Arc::new(Rows { all, places })
    });
    let file = move || address(COMMUNITIES_FILE, &[], &untrack(asked));
    let is_narrowed = move || shown.with(|shown| shown.search.is_some() || shown.filter.is_some());
    let count = move || {
        page.is_here().then(|| {
            let text = if is_narrowed() { words::COUNT_FILTERED } else { words::COUNT };
            let count = i64::try_from(rows.read().places.len()).unwrap_or(i64::MAX);
            fill(text, language.get(), &[("n", &grouped(count))])
        })
    };
    let looks =
        Looks { cell, opens: |row| Opens::Page(format!("/communities/{}", row.id)), key: |row| row.id.as_u128() };
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p role="status">{count}</p>
            {(session().role() == Some(Role::Office)).then(|| view! {
                <a class="btn main" href="/communities/new">{say(register::TITLE)}</a>
            })}
            <Export address=file />
        </PageHead>
        {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
            <Listing list=LIST state shown rows looks name=words::TITLE search=words::SEARCH />
            <Show when=move || rows.read().places.is_empty()>
                <section class="note">
                    <h2>{say(words::EMPTY)}</h2>
                    <p>{say(words::EMPTY_DETAIL)}</p>
                </section>
            </Show>
        </Show>
    }
    .into_any()
}

/// The name leads to the dossier; what is open stands in its colour.
fn cell(row: &CommunityRow, column: &'static Column<CommunityRow>, language: Language) -> Option<AnyView> {
    match column.key {
        "name" => {
            let path = format!("/communities/{}", row.id);
            Some(view! { <a href=path>{row.name.clone()}</a> }.into_any())
        }
        "stage" => Some(view! { <span class="tag">{row.stage.text().get(language)}</span> }.into_any()),
        "findings" => {
            let (stops, warns) = (row.stops > 0, row.stops == 0 && row.warnings > 0);
            let words = findings(row, language);
            let tag = view! {
                <span class="tag" class:done=!stops && !warns class:warn=warns class:stop=stops>{words}</span>
            };
            Some(tag.into_any())
        }
        _ => None,
    }
}
