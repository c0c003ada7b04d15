//! The tasks behind a number: those of a unit, or of a unit in a month.

use super::{MONTH, PATH, TASK, UNIT, may_open};
use crate::{
    browser,
    client::{Client, Options, address},
    live::Live,
    naming::owner,
    pages::duties::list::{DutyList, kept_open},
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
    },
    preferences::{language, say},
    remote::Remote,
    route::{Address, Query},
};
use anju_domain::{
    api::{DUTIES_FILE, DutyPage, DutyQuery, ListDuties},
    exact::Month,
    words::{duties as words, fill, quantities},
};
use leptos::prelude::*;
use uuid::Uuid;

/// The most that are shown below the tables.
const PAGE_SIZE: u32 = 200;
const HEADING: &str = "tasks-of";

/// The tasks of the unit in the address; nothing when there is none.
#[component]
pub(super) fn Tasks(query: Query) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let unit = Memo::new(move |_| query.get(UNIT).filter(|unit| may_open(unit)));
    let month = Memo::new(move |_| query.read::<Month>(MONTH));
    let page: Remote<DutyPage> = Remote::new();
    let ask = move || {
        let Some(unit) = unit.get() else { return };
        let asked = DutyQuery { unit: Some(unit), month: month.get(), limit: Some(PAGE_SIZE), ..DutyQuery::default() };
        page.ask(async move { client.send::<ListDuties>(&[], &asked, &(), Options::default()).await });
    };
    Effect::new(move |before: Option<(Option<String>, Option<Month>)>| {
        let now = (unit.get(), month.get());
        if before.as_ref() != Some(&now) {
            page.clear();
            if now.0.is_some() {
                browser::focus_soon(HEADING);
            }
        }
        live.changes.track();
        ask();
        now
    });
    let open = Memo::new(move |_| query.read::<Uuid>(TASK));
    let rows = Memo::new(move |before: Option<&Vec<_>>| {
        kept_open(page.get().map(|page| page.rows.clone()).unwrap_or_default(), open.get(), before)
    });
    let title = move || {
        let language = language.get();
        let name = owner(&unit.get()?, language);
        let month = month.get().map(|month| quantities::month(language, month)).unwrap_or_default();
        Some(format!("{} {month}", fill(words::TASKS_OF, language, &[("unit", &name)])))
    };
    let file = move || {
        let asked = DutyQuery { unit: unit.get_untracked(), month: month.get_untracked(), ..DutyQuery::default() };
        address(DUTIES_FILE, &[], &asked)
    };
    view! {
        <Show when=move || unit.read().is_some()>
            <section class="unit-tasks">
                <h2 id=HEADING tabindex="-1">{title}</h2>
                <div class="bar"><Export address=file /></div>
                {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
                <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
                    {move || rows.with(Vec::is_empty).then(|| view! { <p class="empty">{say(words::EMPTY)}</p> })}
                    <DutyList rows open opening=opened />
                </Show>
            </section>
        </Show>
    }
    .into_any()
}

/// The address with a task open, or none; unit and month stay.
fn opened(address: Address, task: Option<Uuid>) -> String {
    let query = address.query.get_untracked();
    let others = query.split('&').filter(|part| !part.is_empty() && !part.starts_with("task="));
    let task = task.map(|id| format!("{TASK}={id}"));
    let parts: Vec<String> = others.map(str::to_owned).chain(task).collect();
    format!("{PATH}?{}", parts.join("&"))
}
