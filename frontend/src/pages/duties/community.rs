//! The tasks of one community together: for a unit a page with its own, in the dossier a tab with those of all units.

use super::{
    filing::Filing,
    list::{DutyList, kept_open},
};
use crate::{
    client::{Client, Options},
    live::Live,
    pages::has_duties,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::{Address, Query, address},
    session::session,
};
use anju_domain::{
    api::{DutyPage, DutyQuery, ListDuties},
    words::{duties as words, fill},
};
use leptos::prelude::*;
use uuid::Uuid;

const TASK: &str = "task";
/// More tasks than a community has.
const PAGE_SIZE: u32 = 200;

/// The tasks of a community, asked for as long as they are shown.
#[derive(Clone, Copy)]
struct Together {
    page: Remote<DutyPage>,
    community: Memo<Option<Uuid>>,
    client: Client,
}

impl Together {
    /// Those of the community that stands at this place of the address.
    fn follow(place: usize) -> Self {
        let address = address();
        let live: Live = expect_context();
        // While the page is being left the address is another page's: then the community stays.
        let community = Memo::new(move |before: Option<&Option<Uuid>>| {
            address.segment(place).parse().ok().or(before.copied().flatten())
        });
        let together = Self { page: Remote::new(), community, client: expect_context() };
        Effect::new(move || {
            live.changes.track();
            together.ask();
        });
        together
    }

    fn ask(self) {
        let Some(community) = self.community.get() else { return };
        let asked = DutyQuery { community: Some(community), limit: Some(PAGE_SIZE), ..DutyQuery::default() };
        self.page.ask(async move { self.client.send::<ListDuties>(&[], &asked, &(), Options::default()).await });
    }

    fn name(self) -> Option<String> {
        let community = self.community.get()?;
        let page = self.page.get()?;
        page.communities.iter().find(|(id, _)| *id == community).map(|(_, name)| name.clone())
    }
}

/// 本单位职责 in one community: what a unit opens instead of the dossier.
#[component]
pub(crate) fn CommunityPage() -> impl IntoView {
    let language = language();
    let together = Together::follow(2);
    let query = Query::of_page();
    let name =
        Signal::derive(move || together.name().unwrap_or_else(|| words::TOGETHER.get(language.get()).to_owned()));
    view! {
        <div class="duties-page one-community" class:task-open=move || query.get(TASK).is_some()>
            <PageHead title=name above=(words::TITLE, super::PATH)>
                <p><Count together /></p>
            </PageHead>
            <Tasks together query />
        </div>
    }
    .into_any()
}

/// 职责, in the dossier.
#[component]
pub(crate) fn CommunityTab() -> impl IntoView {
    let together = Together::follow(1);
    let query = Query::of_page();
    view! {
        <div class="duties-page one-community" class:task-open=move || query.get(TASK).is_some()>
            <p class="msg"><Count together /></p>
            <Tasks together query />
        </div>
    }
    .into_any()
}

/// How many there are, and how they stand.
#[component]
fn Count(together: Together) -> impl IntoView {
    let language = language();
    move || {
        let numbers = together.page.get()?.numbers;
        let [all, open, overdue, sent] =
            [numbers.all, numbers.open, numbers.overdue, numbers.sent].map(|count| count.to_string());
        let places = [("all", &*all), ("open", &*open), ("overdue", &*overdue), ("sent", &*sent)];
        Some(fill(words::TOGETHER_COUNT, language.get(), &places))
    }
}

#[component]
fn Tasks(together: Together, query: Query) -> impl IntoView {
    let works = session().view_untracked().is_some_and(|view| has_duties(view.role));
    let Together { page, .. } = together;
    let open = Memo::new(move |_| query.read::<Uuid>(TASK));
    let rows = Memo::new(move |before: Option<&Vec<_>>| {
        kept_open(page.get().map(|page| page.rows.clone()).unwrap_or_default(), open.get(), before)
    });
    let is_empty = move || rows.with(Vec::is_empty) && open.get().is_none();
    view! {
        {move || page.failure().map(|failure| view! { <FailureNote failure retry=move || together.ask() /> })}
        <Show when=move || page.is_here() fallback=move || page.failure().is_none().then(Waiting)>
            <Show when=is_empty>
                <section class="note"><h2>{say(words::TOGETHER_NONE)}</h2><p>{say(words::TOGETHER_NONE_DETAIL)}</p></section>
            </Show>
            <Show when=move || !is_empty()><DutyList rows open opening=opened units={!works} /></Show>
            {works.then(|| view! { <Filing rows /> })}
        </Show>
    }
    .into_any()
}

/// The address with a task open, or none.
fn opened(address: Address, task: Option<Uuid>) -> String {
    let path = address.path.get_untracked();
    task.map_or_else(|| path.clone(), |id| format!("{path}?{TASK}={id}"))
}
