//! 月报: every month of the works with its report, begun or not; a report opens as a page of its own.

mod conflict;
mod correct;
mod draft;
mod entry;
mod filters;
mod form;
mod history;
mod judge;
mod list;
mod reading;
mod report;
mod sending;

use crate::{
    client::{Client, Options},
    live::Live,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{ListReports, ReportPage as Page},
    words::{fill, quantities, reports as words},
};
use filters::{Filters, Turning, asked_of};
use leptos::prelude::*;
use list::ReportList;
pub(crate) use report::ReportPage;

/// Where the reports are.
const PATH: &str = "/reports";

/// 月报
#[component]
pub(crate) fn Reports() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let query = Query::of_page();
    let page: Remote<Page> = Remote::new();
    let asked = Memo::new(move |_| asked_of(query));
    let ask = move || {
        let asked = asked.get();
        page.ask(async move { client.send::<ListReports>(&[], &asked, &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let scope = move || {
        let today = session().view()?.today;
        let date = quantities::date(language.get(), today);
        Some(fill(words::SCOPE, language.get(), &[("date", &date)]))
    };
    let is_empty = move || page.get().is_some_and(|page| page.rows.is_empty());
    view! {
        <div class="reports-page">
            <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
                <p>{scope}</p>
            </PageHead>
            <div class="bar duty-bar"><Filters query page /></div>
            {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
            <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
                <Show when=is_empty>
                    <section class="note"><h2>{say(words::EMPTY)}</h2><p>{say(words::EMPTY_DETAIL)}</p></section>
                </Show>
                <Show when=move || !is_empty()><ReportList page /></Show>
                <Turning query page />
            </Show>
        </div>
    }
    .into_any()
}
