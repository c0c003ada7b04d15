//! The filter bar of 统计分析: every dimension of the filter by a list, without pointing at a chart.

use super::state::State;
use crate::{
    parts::pick::Pick,
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    exact::Month,
    indicators::{Filter, ProgrammeFacts},
    language::Language,
    policy::{funding::SourceGroup, items::Class, stages::Stage},
    words::{fill, overview, quantities, shell, statistics as words},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

type Options = Vec<(String, String)>;

/// The filter bar.
#[component]
pub(super) fn Filters(facts: Remote<ProgrammeFacts>, state: State) -> impl IntoView {
    let language = language();
    let options = move |make: fn(&ProgrammeFacts, Language) -> Options| {
        Signal::derive(move || facts.get().map(|facts| make(&facts, language.get())).unwrap_or_default())
    };
    let value =
        move |of: fn(&Filter) -> Option<String>| Signal::derive(move || state.filter.with(of).unwrap_or_default());
    let change = move |act: &dyn Fn(&mut Filter)| {
        let mut filter = state.filter.get_untracked();
        act(&mut filter);
        state.go(Some(filter), None);
    };
    let any = move || state.filter.get() != Filter::default();
    view! {
        <div class="filters" role="search" aria-label=say(overview::FILTERS)>
            <Pick
                name=overview::YEAR
                options=options(years)
                value=value(|filter| filter.year.map(|year| year.to_string()))
                on_pick=move |to: String| change(&|filter| filter.year = to.parse().ok())
            />
            <Pick
                name=overview::STAGE
                options=options(stages)
                value=value(|filter| filter.stage.map(|stage| stage.code().to_owned()))
                on_pick=move |to: String| change(&|filter| filter.stage = Stage::from_code(&to))
            />
            <CommunityPick facts state />
            <Pick
                name=words::SOURCE
                options=options(sources)
                value=value(|filter| filter.source.map(|source| source.code().to_owned()))
                on_pick=move |to: String| change(&|filter| filter.source = SourceGroup::from_code(&to))
            />
            <Pick
                name=words::CLASS
                options=options(classes)
                value=value(|filter| filter.class.map(|class| class.code().to_owned()))
                on_pick=move |to: String| change(&|filter| filter.class = Class::from_code(&to))
            />
            <Pick
                name=words::OWNER
                options=options(owners)
                value=value(|filter| filter.unit.clone())
                on_pick=move |to: String| change(&|filter| filter.unit = Some(to.clone()).filter(|to| !to.is_empty()))
            />
            <Pick
                name=words::FROM
                options=options(months)
                value=value(|filter| filter.from.map(|month| month.to_string()))
                on_pick=move |to: String| change(&|filter| filter.from = to.parse().ok())
            />
            <Pick
                name=words::TO
                options=options(months)
                value=value(|filter| filter.to.map(|month| month.to_string()))
                on_pick=move |to: String| change(&|filter| filter.to = to.parse().ok())
            />
            <Show when=any>
                <button class="btn plain" type="button" on:click=move |_| state.go(Some(Filter::default()), None)>
                    {say(overview::CLEAR)}
                </button>
            </Show>
        </div>
    }
    .into_any()
}

/// One community of thousands: typed with suggestions, where a list of all would be too long.
#[component]
fn CommunityPick(facts: Remote<ProgrammeFacts>, state: State) -> impl IntoView {
    let language = language();
    let label = move || fill(shell::LABELLED, language.get(), &[("name", overview::COMMUNITY.get(language.get()))]);
    let shown = move || {
        let wanted = state.filter.get().community?;
        facts.get()?.communities.iter().find(|one| one.id == wanted).map(named)
    };
    let choose = move |typed: String| {
        let typed = typed.trim().to_owned();
        let Some(facts) = facts.get_untracked() else { return };
        let found = facts.communities.iter().find(|one| named(one) == typed || one.code == typed);
        let found = found.or_else(|| facts.communities.iter().find(|one| !typed.is_empty() && one.name == typed));
        if found.is_some() || typed.is_empty() {
            let community = found.map(|one| one.id);
            state.go(Some(Filter { community, ..state.filter.get_untracked() }), None);
        }
    };
    let suggestions = move || {
        let all = facts.get().map(|facts| facts.communities.iter().map(named).collect::<Vec<_>>()).unwrap_or_default();
        all.into_iter().map(|name| view! { <option value=name></option> }).collect_view()
    };
    view! {
        <label class="pick" class:set=move || state.filter.get().community.is_some()>
            <span>{label}</span>
            <input
                type="search"
                list="statistics-communities"
                placeholder=say(words::COMMUNITY_HINT)
                prop:value=move || shown().unwrap_or_default()
                on:change:target=move |event| choose(event.target().value())
            />
            <datalist id="statistics-communities">{suggestions}</datalist>
        </label>
    }
    .into_any()
}

fn named(community: &anju_domain::indicators::CommunityFacts) -> String {
    format!("{} {}", community.name, community.code)
}

fn years(facts: &ProgrammeFacts, language: Language) -> Options {
    let years: BTreeSet<i32> = facts.communities.iter().map(|community| community.plan_year).collect();
    let name = |year: &i32| fill(quantities::PLAN_YEAR, language, &[("n", &year.to_string())]);
    years.iter().map(|year| (year.to_string(), name(year))).collect()
}

fn stages(facts: &ProgrammeFacts, language: Language) -> Options {
    let held: BTreeSet<Stage> = facts.communities.iter().map(|community| community.stage).collect();
    held.iter().map(|stage| (stage.code().to_owned(), stage.text().get(language).to_owned())).collect()
}

fn sources(facts: &ProgrammeFacts, language: Language) -> Options {
    let held: BTreeSet<SourceGroup> =
        facts.communities.iter().flat_map(|community| &community.sources).map(|source| source.group).collect();
    held.iter().map(|group| (group.code().to_owned(), group.text().get(language).to_owned())).collect()
}

fn classes(_: &ProgrammeFacts, language: Language) -> Options {
    Class::ALL.iter().map(|class| (class.code().to_owned(), class.text().get(language).to_owned())).collect()
}

fn owners(facts: &ProgrammeFacts, language: Language) -> Options {
    let owners: BTreeSet<&str> = facts.communities.iter().map(|community| community.project_owner.as_str()).collect();
    let name = |owner: &str| facts.programme.called_on(owner, facts.as_of, language);
    owners.into_iter().filter(|owner| !owner.is_empty()).map(|owner| (owner.to_owned(), name(owner))).collect()
}

/// The months of which something is told, the latest first.
fn months(facts: &ProgrammeFacts, language: Language) -> Options {
    let mut held: BTreeSet<Month> = BTreeSet::new();
    for community in &facts.communities {
        let due = community.due_reports.iter().map(|(first, _)| *first);
        held.extend(
            due.chain(community.baseline.first().map(|(month, _)| *month))
                .chain(community.received.first().map(|(month, ..)| *month)),
        );
    }
    let last = Month::of(facts.as_of);
    let every =
        std::iter::successors(held.first().copied(), |month| Some(month.next())).take_while(|month| *month <= last);
    let mut all: Options = every.map(|month| (month.to_string(), quantities::month(language, month))).collect();
    all.reverse();
    all
}
