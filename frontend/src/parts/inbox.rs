//! 待办 in the head of every page: how much waits for whoever is signed in and how urgent the first of it is; the nearest few
//! are fetched when it is opened, and each leads to its task.

use super::menu::Menu;
use crate::{
    client::{Client, Options},
    live::Live,
    pages::{
        duty_standing::{left, matter, owner, subject},
        has_duties, reviews,
    },
    preferences::{language, say},
    remote::Remote,
    session::session,
};
use anju_domain::{
    api::{DutyPage, DutyQuery, DutyRow, DutyShow, ListDuties, ReadReportsWaiting, ReportWaiting, ReportsWaiting},
    language::Language,
    model::Role,
    words::{fill, inbox as words, quantities, shell},
};
use leptos::prelude::*;

/// How many are named.
const NAMED: u32 = 6;

/// What waits for a role.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A unit's own tasks that are neither sent nor closed.
    Own,
    /// What units have sent to the office.
    ToReview,
}

impl Kind {
    fn of(role: Role) -> Option<Self> {
        match role {
            role if has_duties(role) => Some(Self::Own),
            role if reviews(role) => Some(Self::ToReview),
            _ => None,
        }
    }

    const fn show(self) -> DutyShow {
        match self {
            Self::Own => DutyShow::Open,
            Self::ToReview => DutyShow::Sent,
        }
    }

    /// Where all of them are.
    const fn place(self) -> &'static str {
        match self {
            Self::Own => "/duties?show=open",
            Self::ToReview => "/duties/review",
        }
    }

    fn place_of(self, row: &DutyRow) -> String {
        match self {
            Self::Own => format!("/duties/{}", row.id),
            Self::ToReview => format!("/duties/review?task={}", row.id),
        }
    }
}

/// Reports wait for project owners, and for the office once they were sent.
const fn has_reports(role: Role) -> bool {
    matches!(role, Role::ProjectOwner | Role::Office)
}

/// 待办; nothing for who has none.
#[component]
pub(crate) fn Inbox() -> impl IntoView {
    let view = session().view_untracked()?;
    view.programme.as_ref()?;
    let (kind, with_reports) = (Kind::of(view.role), has_reports(view.role));
    if kind.is_none() && !with_reports {
        return None;
    }
    // Who works on what waits is told how urgent it is; the office is told how much there is.
    let works = view.role != Role::Office;
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let page: Remote<DutyPage> = Remote::new();
    let reports: Remote<ReportsWaiting> = Remote::new();
    let opened = RwSignal::new(false);
    Effect::new(move || {
        live.changes.track();
        if with_reports {
            reports.ask(async move { client.send::<ReadReportsWaiting>(&[], &(), &(), Options::default()).await });
        }
        let Some(kind) = kind else { return };
        // The first one says how urgent it is; the others are for who wants to see them.
        let limit = Some(if opened.get() { NAMED } else { 1 });
        let asked = DutyQuery { show: kind.show(), limit, ..DutyQuery::default() };
        page.ask(async move { client.send::<ListDuties>(&[], &asked, &(), Options::default()).await });
    });
    let count = move || {
        let tasks = kind.map_or(Some(0), |kind| page.get().map(|page| page.numbers.of(kind.show())))?;
        let reports = if with_reports { reports.get()?.count } else { 0 };
        Some(tasks + reports)
    };
    let urgent = move || match kind {
        Some(_) => page.get()?.rows.first().and_then(|row| left(row, language.get())),
        None => reports.get()?.next.first().and_then(|report| left(&as_task(report), language.get())),
    };
    // The very words that are seen, so that who speaks to the device finds it by them.
    let label = Signal::derive(move || {
        let number = count().map(|count| count.to_string()).unwrap_or_default();
        let mut parts = vec![words::TITLE.get(language.get()).to_owned(), number];
        parts.extend(urgent().filter(|_| works).map(|(text, _)| text));
        parts.join(" ")
    });
    let is_late = move || urgent().is_some_and(|(_, bad)| bad);
    let face = move || {
        view! {
            <span>{say(words::TITLE)}</span>" "
            <b class="count" class:late=is_late class:none=move || count() == Some(0)>{count}</b>" "
            {works.then(|| view! {
                <small class:bad=is_late>{move || urgent().map(|(text, _)| text)}</small>
            })}
        }
    };
    let tasks = move || kind.map(|kind| entries(page, kind, language.get()));
    let sent = move || with_reports.then(|| report_entries(reports, works, language.get()));
    Some(
        view! {
            <Menu label class="inbox" face opened>
                {move || opened.get().then(|| (tasks(), sent()))}
            </Menu>
        }
        .into_any(),
    )
}

/// What is left of a report's time is told as that of a task.
fn as_task(report: &ReportWaiting) -> DutyRow {
    DutyRow { due: report.due, ..DutyRow::default() }
}

/// The oldest reports that wait, and the way to all.
fn report_entries(reports: Remote<ReportsWaiting>, works: bool, language: Language) -> AnyView {
    let Some(reports) = reports.get() else { return ().into_any() };
    let rows = reports.next.iter().map(|report| {
        let (left, bad) = left(&as_task(report), language).filter(|_| works).unwrap_or_default();
        view! {
            <li>
                <a href=format!("/reports/{}/{}", report.project_community, report.period)>
                    {fill(words::REPORT, language, &[("month", &quantities::month(language, report.period))])}
                    <small>{report.community.clone()}" "<span class:bad=bad>{left}</span></small>
                </a>
            </li>
        }
    });
    let all = if works { "/reports?show=waiting" } else { "/reports?show=sent" };
    let number = reports.count.to_string();
    view! {
        {rows.collect_view()}
        <li class="menu-rule"><a href=all>{fill(words::ALL_REPORTS, language, &[("n", &number)])}</a></li>
    }
    .into_any()
}

/// The nearest few, and the way to all.
fn entries(page: Remote<DutyPage>, kind: Kind, language: Language) -> AnyView {
    let Some(page) = page.get() else {
        return view! { <li class="menu-heading">{shell::LOADING.get(language)}</li> }.into_any();
    };
    let rows = page.rows.iter().map(|row| {
        let mut about = vec![subject(&row.community, language)];
        if kind == Kind::ToReview {
            about.insert(0, owner(&row.owner, language));
        }
        let (left, bad) = left(row, language).unwrap_or_default();
        view! {
            <li>
                <a href=kind.place_of(row)>
                    {matter(&row.duty, language)}
                    <small>{about.join("　")}" "<span class:bad=bad>{left}</span></small>
                </a>
            </li>
        }
    });
    let none = page.rows.is_empty().then(|| view! { <li class="menu-heading">{words::NONE.get(language)}</li> });
    let number = page.numbers.of(kind.show()).to_string();
    view! {
        {none}
        {rows.collect_view()}
        <li class="menu-rule"><a href=kind.place()>{fill(words::ALL, language, &[("n", &number)])}</a></li>
    }
    .into_any()
}
