//! The filter bar of 总览: year, stage, community, unit. Its state stands in the address.

use crate::{
    parts::pick::Pick,
    preferences::{language, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    indicators::{Filter, ProgrammeFacts},
    ordered,
    policy::stages::Stage,
    words::{fill, overview as words, quantities},
};
use leptos::prelude::*;

const YEAR: &str = "year";
const STAGE: &str = "stage";
const COMMUNITY: &str = "community";
const UNIT: &str = "unit";

/// The filter that the address states; what can't be read does not restrict.
pub(super) fn filter_of(query: Query) -> Filter {
    Filter {
        year: query.read(YEAR),
        stage: query.get(STAGE).and_then(|code| Stage::from_code(&code)),
        community: query.read(COMMUNITY),
        unit: query.get(UNIT),
        ..Filter::default()
    }
}

type Options = Vec<(String, String)>;

/// The filter bar.
#[component]
pub(super) fn Filters(facts: Remote<ProgrammeFacts>, query: Query) -> impl IntoView {
    let language = language();
    let options = move |make: fn(&ProgrammeFacts, anju_domain::language::Language) -> Options| {
        Signal::derive(move || facts.get().map(|facts| make(&facts, language.get())).unwrap_or_default())
    };
    let value = move |name: &'static str| Signal::derive(move || query.get(name).unwrap_or_default());
    let any = move || [YEAR, STAGE, COMMUNITY, UNIT].into_iter().any(|name| query.get(name).is_some());
    view! {
        <div class="filters" role="search" aria-label=say(words::FILTERS)>
            <Pick name=words::YEAR options=options(years) value=value(YEAR) on_pick=move |to| query.set(&[(YEAR, &to)]) />
            <Pick name=words::STAGE options=options(stages) value=value(STAGE) on_pick=move |to| query.set(&[(STAGE, &to)]) />
            <Pick
                name=words::COMMUNITY
                options=options(communities)
                value=value(COMMUNITY)
                on_pick=move |to| query.set(&[(COMMUNITY, &to)])
            />
            <Pick name=words::UNIT options=options(units) value=value(UNIT) on_pick=move |to| query.set(&[(UNIT, &to)]) />
            <Show when=any>
                <button
                    class="btn plain"
                    type="button"
                    on:click=move |_| query.set(&[(YEAR, ""), (STAGE, ""), (COMMUNITY, ""), (UNIT, "")])
                >
                    {say(words::CLEAR)}
                </button>
            </Show>
        </div>
    }
    .into_any()
}

fn years(facts: &ProgrammeFacts, language: anju_domain::language::Language) -> Options {
    let years = ordered::set(facts.communities.iter().map(|community| community.plan_year));
    let name = |year: &i32| fill(quantities::PLAN_YEAR, language, &[("n", &year.to_string())]);
    years.iter().map(|year| (year.to_string(), name(year))).collect()
}

fn stages(facts: &ProgrammeFacts, language: anju_domain::language::Language) -> Options {
    let held = ordered::set(facts.communities.iter().map(|community| community.stage));
    held.iter().map(|stage| (stage.code().to_owned(), stage.text().get(language).to_owned())).collect()
}

fn communities(facts: &ProgrammeFacts, _: anju_domain::language::Language) -> Options {
    facts.communities.iter().map(|community| (community.id.to_string(), community.name.clone())).collect()
}

fn units(facts: &ProgrammeFacts, _: anju_domain::language::Language) -> Options {
    let units = ordered::set(facts.communities.iter().map(|community| community.project_owner.as_str()));
    units.iter().filter(|unit| !unit.is_empty()).map(|unit| ((*unit).to_owned(), (*unit).to_owned())).collect()
}
