//! 待审核: what units have sent, the evidence beside each task, and the verdict of the office.

use super::list::{DutyList, kept_open};
use crate::{
    client::{Client, Options, address},
    live::Live,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::{Address, Query},
};
use anju_domain::{
    api::{DUTIES_FILE, DutyPage, DutyQuery, DutyShow, ListDuties},
    words::{duties as words, fill},
};
use leptos::prelude::*;
use uuid::Uuid;

const TASK: &str = "task";
/// The oldest are judged first; more than these are not looked at in one go.
const PAGE_SIZE: u32 = 200;

/// 待审核
#[component]
pub(crate) fn Review() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let query = Query::of_page();
    let page: Remote<DutyPage> = Remote::new();
    let ask = move || {
        let asked = DutyQuery { show: DutyShow::Sent, limit: Some(PAGE_SIZE), ..DutyQuery::default() };
        page.ask(async move { client.send::<ListDuties>(&[], &asked, &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let file = || address(DUTIES_FILE, &[], &DutyQuery { show: DutyShow::Sent, ..DutyQuery::default() });
    let open = Memo::new(move |_| query.read::<Uuid>(TASK));
    let rows = Memo::new(move |before: Option<&Vec<_>>| {
        kept_open(page.get().map(|page| page.rows.clone()).unwrap_or_default(), open.get(), before)
    });
    let count = move || {
        let sent = page.get()?.numbers.sent;
        Some(fill(words::REVIEW_COUNT, language.get(), &[("n", &sent.to_string())]))
    };
    let is_empty = move || rows.with(Vec::is_empty) && open.get().is_none();
    view! {
        <div class="duties-page" class:task-open=move || open.get().is_some()>
            <PageHead title=Signal::derive(move || words::REVIEW_TITLE.get(language.get()).to_owned())>
                <p role="status">{count}</p>
                <Export address=file />
            </PageHead>
                {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
            <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
                <Show when=is_empty>
                    <section class="note">
                        <h2>{say(words::REVIEW_EMPTY)}</h2>
                        <p>{say(words::REVIEW_EMPTY_DETAIL)}</p>
                    </section>
                </Show>
                <Show when=move || !is_empty()><DutyList rows open opening=opened units=true /></Show>
            </Show>
        </div>
    }
    .into_any()
}

fn opened(_: Address, task: Option<Uuid>) -> String {
    task.map_or_else(|| "/duties/review".to_owned(), |id| format!("/duties/review?{TASK}={id}"))
}
