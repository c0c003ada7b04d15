//! What the charts are narrowed to, each condition as a button that takes it away.

use super::state::State;
use crate::{
    naming,
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    indicators::{Dimension, Filter, ProgrammeFacts},
    language::{Language, Text},
    words::{fill, overview, quantities, statistics as words},
};
use leptos::prelude::*;

/// The conditions, and what the months are for.
#[component]
pub(super) fn Chips(facts: Remote<ProgrammeFacts>, state: State) -> impl IntoView {
    let language = language();
    let chips = move || {
        let (filter, language) = (state.filter.get(), language.get());
        let facts = facts.get();
        let stated = Dimension::ALL.into_iter().filter(|dimension| filter.states(*dimension));
        stated
            .map(|dimension| {
                let value = value(dimension, &filter, facts.as_deref(), language);
                let chip = fill(words::CHIP, language, &[("name", name(dimension).get(language)), ("value", &value)]);
                let label = fill(words::WITHOUT, language, &[("name", &chip)]);
                let widen = move |_| state.go(Some(state.filter.get_untracked().without(&[dimension])), None);
                view! {
                    <li>
                        <button class="chip" type="button" aria-label=label on:click=widen>
                            {chip}<span aria-hidden="true">" ×"</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let any = move || state.filter.get() != Filter::default();
    let of_months = move || state.filter.get().states(Dimension::Months);
    view! {
        <div class="chips" aria-live="polite">
            <Show when=any>
                <ul aria-label=say(words::CHIPS)>{chips}</ul>
            </Show>
            <Show when=of_months><small>{say(words::MONTHS_FOR)}</small></Show>
        </div>
    }
    .into_any()
}

const fn name(dimension: Dimension) -> Text {
    match dimension {
        Dimension::Year => overview::YEAR,
        Dimension::Stage => overview::STAGE,
        Dimension::Community => overview::COMMUNITY,
        Dimension::Unit => words::OWNER,
        Dimension::Source => words::SOURCE,
        Dimension::Class => words::CLASS,
        Dimension::Months => words::MONTHS,
    }
}

fn value(dimension: Dimension, filter: &Filter, facts: Option<&ProgrammeFacts>, language: Language) -> String {
    let told = match dimension {
        Dimension::Year => filter.year.map(|year| year.to_string()),
        Dimension::Stage => filter.stage.map(|stage| stage.text().get(language).to_owned()),
        Dimension::Community => filter
            .community
            .and_then(|id| Some(facts?.communities.iter().find(|community| community.id == id)?.name.clone())),
        Dimension::Unit => filter.unit.as_deref().map(|owner| naming::unit(owner, language)),
        Dimension::Source => filter.source.map(|source| source.text().get(language).to_owned()),
        Dimension::Class => filter.class.map(|class| class.text().get(language).to_owned()),
        Dimension::Months => Some(months(filter, language)),
    };
    told.unwrap_or_else(|| quantities::NO_VALUE.get(language).to_owned())
}

fn months(filter: &Filter, language: Language) -> String {
    let told = |month| quantities::month(language, month);
    match (filter.from, filter.to) {
        (Some(from), Some(to)) if from == to => told(from),
        (Some(from), Some(to)) => fill(words::SPAN, language, &[("from", &told(from)), ("to", &told(to))]),
        (Some(from), None) => fill(words::SINCE, language, &[("from", &told(from))]),
        (None, Some(to)) => fill(words::UNTIL, language, &[("to", &told(to))]),
        (None, None) => String::new(),
    }
}
