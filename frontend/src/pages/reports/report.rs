//! The report of a month as a page: what the office said, the form or what was sent, the office's acts, what happened.

use super::{
    conflict::Conflict,
    correct::Correct,
    entry::{Entry, is_open, stored},
    form::ReportForm,
    history::History,
    judge::Judge,
    list::tag,
    reading::Reading,
};
use crate::{
    naming,
    pages::{
        duties::{filling::Told, findings::Findings},
        not_found::NotFound,
    },
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    route::address,
    session::session,
};
use anju_domain::{
    api::ReportView,
    exact::Month,
    language::Language,
    model::Role,
    policy::stages::ReportStatus,
    reports::{Filed, expected, month_findings},
    words::{fill, quantities, reports as words},
};
use leptos::prelude::*;
use uuid::Uuid;

/// The page; its address names the project community and the month.
#[component]
pub(crate) fn ReportPage() -> impl IntoView {
    let address = address();
    let named = Memo::new(move |_| {
        let (id, period) = (address.segment(1).parse::<Uuid>().ok()?, address.segment(2).parse::<Month>().ok()?);
        Some((id, period))
    });
    move || match named.get() {
        Some((id, period)) => view! { <One id period /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn One(id: Uuid, period: Month) -> impl IntoView {
    let entry = Entry::open(id, period);
    let language = language();
    let role = session().view_untracked().map(|view| view.role);
    let (owns, judges) = (role == Some(Role::ProjectOwner), role == Some(Role::Office));
    // The office enters a report only when it says so.
    let writing = RwSignal::new(owns);
    let open = Memo::new(move |_| entry.saved.get().is_some_and(|view| is_open(&view)));
    let title = move || {
        let language = language.get();
        let name = entry.saved.get().map(|view| view.community.clone()).unwrap_or_default();
        let month = quantities::month(language, period);
        fill(words::REPORT_OF, language, &[("community", &name), ("period", &month)]).trim().to_owned()
    };
    // A month that has no report is no form to fill in.
    let barred = move || {
        let (view, session) = (entry.saved.get()?, entry.client.session.view()?);
        let found = month_findings(&view.facts, period, session.today);
        (stored(&view).is_none() && !found.is_empty()).then_some(found)
    };
    let body = move || match (open.get(), writing.get()) {
        (true, _) if barred().is_some() => {
            let found = barred().unwrap_or_default();
            view! { <div class="notice stop"><Findings found /></div> }.into_any()
        }
        (true, true) => view! { <ReportForm entry /> }.into_any(),
        (true, false) => view! { <NotSent entry writing can_write=judges /> }.into_any(),
        (false, _) => view! { <Reading entry /> }.into_any(),
    };
    view! {
        <PageHead title=Signal::derive(title) above=(words::TITLE, super::PATH)>
            <p>{move || entry.saved.get().map(|view| about(&view, language.get()))}</p>
        </PageHead>
        <div class="sheet alone report">
            <div class="task">
                <h2 class="sr">{say(words::TITLE)}</h2>
                {move || entry.saved.failure().map(|failure| view! { <FailureNote failure retry=move || entry.ask() /> })}
                <Show when=move || entry.saved.is_here() fallback=move || entry.saved.failure().is_none().then(Waiting)>
                    <Told filling=entry.filling />
                    {move || entry.is_stale().then(|| view! { <Conflict entry /> })}
                    {move || entry.saved.get().and_then(|view| returned(&view, language.get()))}
                    {body}
                    {judges.then(|| view! { <Judge entry /> <Correct entry /> })}
                    <History entry />
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// Code, project owner, deadline and state.
fn about(view: &ReportView, language: Language) -> AnyView {
    let today = session().view_untracked().map(|view| view.today).unwrap_or_default();
    let filed = view.facts.reports.iter().map(Filed::from);
    let months = expected(view.facts.works, filed, &view.facts.settings, &view.facts.calendar, today);
    let one = months.iter().find(|one| one.period == view.period);
    let owner = naming::unit(&view.owner, language);
    let mut values = vec![("code", view.code.as_str()), ("owner", owner.as_str())];
    let due = one.and_then(|one| one.due).map(|due| quantities::date(language, due));
    if let Some(due) = &due {
        values.push(("due", due));
    }
    let text = fill(if due.is_some() { words::ABOUT } else { words::ABOUT_FREE }, language, &values);
    view! { {text} " " {one.map(|one| tag(one.standing, language))} }.into_any()
}

/// What the office said when it returned the report last.
fn returned(view: &ReportView, language: Language) -> Option<AnyView> {
    let report = stored(view).filter(|report| report.status == ReportStatus::Returned)?;
    let said = report.record.history.iter().rfind(|event| event.status == ReportStatus::Returned)?.said.clone();
    let text = fill(words::RETURNED, language, &[("said", said.trim_end_matches(['。', '.']))]);
    Some(view! { <p class="notice warn"><b>{text}</b>" "{words::RETURNED_DETAIL.get(language)}</p> }.into_any())
}

/// A month whose report was not sent, for whoever does not write it.
#[component]
fn NotSent(entry: Entry, writing: RwSignal<bool>, can_write: bool) -> impl IntoView {
    view! {
        <p class="empty">{say(words::NOT_SENT)}</p>
        <Reading entry />
        {can_write.then(|| view! {
            <p class="bar">
                <button class="btn" type="button" on:click=move |_| writing.set(true)>{say(words::WRITE_FOR)}</button>
            </p>
        })}
    }
    .into_any()
}
