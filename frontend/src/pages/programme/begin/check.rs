//! The page to check before the programme is created.

use super::Form;
use crate::preferences::{language, say};
use anju_domain::{
    acts::ProgrammeEntry,
    exact::{Month, grouped},
    language::{Language, Text},
    words::{fill, programme as words, quantities},
};
use leptos::prelude::*;

/// All that was entered, in words.
#[component]
pub(super) fn Check(form: Form) -> impl IntoView {
    let language = language();
    let rows = move || {
        let (entry, _) = form.draft.with(super::Draft::entry);
        let present = Month::of(form.today);
        shown(&entry, present, language.get())
            .into_iter()
            .map(|(name, value)| view! { <dt>{name.get(language.get())}</dt><dd>{value}</dd> })
            .collect_view()
    };
    view! {
        <p>{say(words::CHECK_LEAD)}</p>
        <dl class="facts">{rows}</dl>
    }
    .into_any()
}

fn shown(entry: &ProgrammeEntry, present: Month, language: Language) -> Vec<(Text, String)> {
    let terms = &entry.terms;
    let or = |text: &str, otherwise: Text| {
        if text.trim().is_empty() { otherwise.get(language).to_owned() } else { text.trim().to_owned() }
    };
    let target = |value: i64| if value == 0 { words::NOT_SET.get(language).to_owned() } else { grouped(value) };
    let first = Month::new(terms.year_from, 1).map_or(present, |january| january.max(present));
    let windows: Vec<String> = terms
        .windows
        .iter()
        .map(|window| format!("{}: {}", window.plan_year, quantities::date(language, window.cutoff)))
        .collect();
    let area = if terms.targets.area.hundredths() == 0 { String::new() } else { terms.targets.area.shown() };
    let share = entry.own.first().map(|own| own.value.clone()).unwrap_or_default();
    vec![
        (words::DIVISION, entry.division_code.clone()),
        (words::NAME, terms.name.trim().to_owned()),
        (words::NAME_EN, or(&terms.name_en, words::NOT_SET)),
        (words::BASIS, or(&terms.basis, words::NOT_SET)),
        (words::TOWNSHIP, or(&terms.township, words::AS_IN_THE_PLAN)),
        (words::YEAR_FROM, terms.year_from.to_string()),
        (words::YEAR_TO, terms.year_to.to_string()),
        (words::ACTIVE_FROM, quantities::month(language, entry.active_from.unwrap_or(first))),
        (words::COMMUNITIES, target(terms.targets.communities)),
        (words::AREA, or(&area, words::NOT_SET)),
        (words::HOUSEHOLDS, target(terms.targets.households)),
        (words::WINDOWS, or(&windows.join("; "), words::AS_IN_THE_PLAN)),
        (
            words::BACKLOG,
            terms.backlog_cutoff.map_or_else(
                || words::AS_IN_THE_PLAN.get(language).to_owned(),
                |cutoff| quantities::date(language, cutoff),
            ),
        ),
        (words::OPERATOR_SHARE, or(&share, words::AS_IN_THE_PLAN)),
        (words::BODIES, fill(words::COUNT, language, &[("n", &entry.bodies.len().to_string())])),
    ]
}
