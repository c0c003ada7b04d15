//! The head of a dossier: stage, the figures that everybody asks for, and the tabs with their marks.

use super::context::{dossier, today};
use crate::{
    naming,
    preferences::{language, say},
    route::address,
};
use anju_domain::{
    language::{Language, Text},
    model::{Building, Dossier},
    tabs::{TABS, name_of, tab_of},
    words::{dossier as words, fill, quantities},
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The name of the open tab from the address `/communities/ID/TAB`.
fn open_tab(path: &str) -> &str {
    path.split('/').nth(3).unwrap_or_default()
}

/// What the window is called: the community and the open tab.
pub(super) fn tab_title(name: Signal<String>) -> Signal<String> {
    let language = language();
    let path = address().path;
    Signal::derive(move || {
        let tab = path.with(|path| name_of(open_tab(path)));
        format!("{} · {}", name.get(), tab.get(language.get()))
    })
}

/// The stage and the figures beside the title.
#[component]
pub(super) fn Heading() -> impl IntoView {
    let language = language();
    let context = dossier();
    move || {
        let dossier = context.current.get()?;
        let language = language.get();
        let entry = &dossier.project_community;
        Some(view! {
            <span class="tag">{entry.stage.text().get(language)}</span>
            <p>{figures(&dossier, language, today())}</p>
        })
    }
}

fn figures(dossier: &Dossier, language: Language, today: NaiveDate) -> String {
    let entry = &dossier.project_community;
    let in_scope: Vec<&Building> = dossier.community.buildings.iter().filter(|building| building.in_scope).collect();
    let size = quantities::size(language, in_scope.len(), entry.scope_households);
    let place = quantities::listed(
        language,
        &[
            dossier.community.code.clone(),
            fill(quantities::PLAN_YEAR, language, &[("n", &entry.plan_year.to_string())]),
            size,
            quantities::area(language, entry.scope_area),
            built(&in_scope, language),
        ],
    );
    let people = quantities::listed(
        language,
        &[naming::unit(&dossier.project.project_owner, language), dossier.project.manager_name.clone()],
    );
    let date = fill(words::AS_OF, language, &[("date", &quantities::date(language, today))]);
    let semicolon = if language == Language::Zh { "；" } else { "; " };
    [place, people, date].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(semicolon)
}

/// When the buildings were completed: a day when it is one, else a year or the years from first to last.
fn built(buildings: &[&Building], language: Language) -> String {
    let mut days: Vec<Option<NaiveDate>> = buildings.iter().map(|building| building.completed_on).collect();
    days.dedup();
    if let [Some(day)] = days[..] {
        return fill(words::BUILT, language, &[("date", &quantities::date(language, day))]);
    }
    let years = || buildings.iter().filter_map(|building| building.built_year());
    match (years().min(), years().max()) {
        (Some(from), Some(to)) if from == to => fill(words::BUILT_YEAR, language, &[("year", &from.to_string())]),
        (Some(from), Some(to)) => {
            fill(words::BUILT_YEARS, language, &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        _ => String::new(),
    }
}

/// The tabs; a mark tells where something must be solved.
#[component]
pub(super) fn Tabs() -> impl IntoView {
    let context = dossier();
    let path = address().path;
    let findings = Memo::new(move |_| {
        context
            .findings()
            .into_iter()
            .map(|shown| (tab_of(&shown.finding), shown.stops_at.is_some()))
            .collect::<Vec<_>>()
    });
    let tab = move |(tab, name): (&'static str, Text)| {
        let href = move || {
            let id = context.id();
            if tab.is_empty() { format!("/communities/{id}") } else { format!("/communities/{id}/{tab}") }
        };
        let current = move || path.with(|path| open_tab(path) == tab).then_some("page");
        let mark = move || {
            let findings = findings.get();
            let mut here = findings.iter().filter(|(at, _)| *at == tab).map(|(_, stops)| *stops).peekable();
            here.peek()?;
            let stops = here.any(|stops| stops);
            let says = if stops { words::HAS_STOPS } else { words::HAS_WARNINGS };
            Some(view! { <span class="mark" class:stop=stops></span><span class="sr">{say(says)}</span> })
        };
        view! { <a href=href aria-current=current>{say(name)}{mark}</a> }
    };
    view! { <nav class="tabs" aria-label=say(words::TABS)>{TABS.map(tab)}</nav> }.into_any()
}
