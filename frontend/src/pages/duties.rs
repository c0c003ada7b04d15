//! 本单位职责: what a unit has to do; a task opens in place and stands in the address.

mod community;
mod conflict;
mod draft;
pub(crate) mod drop_zone;
mod entry;
pub(crate) mod files;
mod filing;
pub(crate) mod filling;
mod filters;
pub(crate) mod findings;
mod form;
mod history;
mod judge;
mod list;
mod progress;
mod raise;
pub(crate) mod reading;
mod review;
mod sending;
pub(crate) mod standing;
mod task;
pub(crate) mod versions;
pub(crate) mod viewing;
mod waive;

use crate::{
    client::{Client, Options},
    live::Live,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::{Address, Query, address},
    session::session,
};
use anju_domain::{
    api::{DutyPage, ListDuties},
    language::Language,
    words::{duties as words, fill, quantities},
};
pub(crate) use community::{CommunityPage, CommunityTab};
pub(crate) use progress::DutyProgress;
pub(crate) use review::Review;

use filters::{Filters, Turning, asked_of, file_of};
use leptos::prelude::*;
use list::{DutyList, kept_open};
use raise::Raise;
use uuid::Uuid;

/// Where the tasks of a unit are.
const PATH: &str = "/duties";

/// 本单位职责
#[component]
pub(crate) fn Duties() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let address = address();
    let query = Query::of_page();
    let page: Remote<DutyPage> = Remote::new();
    let asked = Memo::new(move |_| asked_of(query));
    let ask = move || {
        let asked = asked.get();
        page.ask(async move { client.send::<ListDuties>(&[], &asked, &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let open = Memo::new(move |_| address.segment(1).parse::<Uuid>().ok());
    let rows = Memo::new(move |before: Option<&Vec<_>>| {
        kept_open(page.get().map(|page| page.rows.clone()).unwrap_or_default(), open.get(), before)
    });
    let scope = move || {
        let view = session().view()?;
        let language = language.get();
        let english = language == Language::En && !view.display_en.is_empty();
        let unit = if english { &view.display_en } else { &view.display };
        Some(fill(words::SCOPE, language, &[("unit", unit), ("date", &quantities::date(language, view.today))]))
    };
    let is_empty = move || page.get().is_some_and(|page| page.rows.is_empty()) && open.get().is_none();
    view! {
        <div class="duties-page" class:task-open=move || open.get().is_some()>
            <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
                <p>{scope}</p>
                <Export address=move || file_of(query) />
            </PageHead>
            <div class="bar duty-bar">
                <Filters query page />
                <Raise opening=raised />
            </div>
            {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
            <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
                <Show when=is_empty>
                    <section class="note"><h2>{say(words::EMPTY)}</h2><p>{say(words::EMPTY_DETAIL)}</p></section>
                </Show>
                <Show when=move || !is_empty()>
                    <DutyList rows open opening=opened />
                </Show>
                <Turning query page />
            </Show>
        </div>
    }
    .into_any()
}

/// The address with a task open, or none; the filter stays.
fn opened(address: Address, task: Option<Uuid>) -> String {
    let query = address.query.get_untracked();
    let mark = if query.is_empty() { "" } else { "?" };
    match task {
        Some(id) => format!("{PATH}/{id}{mark}{query}"),
        None => format!("{PATH}{mark}{query}"),
    }
}

/// A task that has just been entered: open in the whole list.
fn raised(_: &str, task: Uuid) -> String {
    format!("{PATH}/{task}")
}
