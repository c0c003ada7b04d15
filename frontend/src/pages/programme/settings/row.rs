//! One parameter: its value now, what it was and will be, where it comes from and where it acts.

use super::Settings;
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    model::Programme,
    policy::parameters::Parameter,
    words::{fill, programme as words, quantities},
};
use leptos::prelude::*;

#[component]
pub(super) fn ParameterRow(page: Settings, row: &'static Parameter) -> impl IntoView {
    let language = language();
    let now = move || {
        let programme = page.programme.get()?;
        let value = programme.settings.text(row.name, page.today)?.to_owned();
        let is_own = value != policys(row, page.today);
        Some((row.value_with_unit(&value, language.get()), is_own))
    };
    let later = move || page.programme.get().map(|programme| to_come(&programme, row, page, language.get()));
    let history = move || page.programme.get().map(|programme| past(&programme, row, language.get()));
    let may_set = page.may_set && row.is_choice();
    let label = move || fill(words::EDIT_OF, language.get(), &[("name", row.title.get(language.get()))]);
    view! {
        <tr>
            <th scope="row" class="title">{say(row.title)}</th>
            <td class="value" data-label=say(words::VALUE_NOW)>
                {move || now().map(|(value, is_own)| view! {
                    <span>{value}</span>
                    {is_own.then(|| view! { <span class="tag">{say(words::OWN)}</span> })}
                })}
                {later}
                {history}
            </td>
            <td data-label=say(words::DEFAULT)>{move || row.value_with_unit(policys(row, page.today), language.get())}</td>
            <td data-label=say(words::SOURCE)>{move || row.source_shown(language.get())}</td>
            <td data-label=say(words::ACTS_WHERE)>{move || users(row, language.get())}</td>
            <td class="row-acts">
                {may_set.then(|| view! {
                    <button class="link" type="button" aria-label=label on:click=move |_| page.choose(row.name)>
                        {say(words::EDIT)}
                    </button>
                })}
            </td>
        </tr>
    }
    .into_any()
}

/// The policy's own value on a day.
fn policys(row: &'static Parameter, today: chrono::NaiveDate) -> &'static str {
    let day = today.to_string();
    let rows = anju_domain::policy::parameters::parameter(row.name);
    rows.filter(|row| row.valid_from <= day.as_str()).last().map_or(row.value, |row| row.value)
}

/// Values that are set for days to come.
fn to_come(programme: &Programme, row: &'static Parameter, page: Settings, language: Language) -> AnyView {
    let later = programme.settings.overrides().iter();
    let later = later.filter(|held| held.name == row.name && held.valid_from > page.today);
    let line = |from, value: &str| {
        let (date, value) = (quantities::date(language, from), row.value_with_unit(value, language));
        view! { <small>{fill(words::LATER, language, &[("date", &date), ("value", &value)])}</small> }
    };
    later.map(|held| line(held.valid_from, &held.value)).collect_view().into_any()
}

/// What was set, by whom and why; the latest first.
fn past(programme: &Programme, row: &'static Parameter, language: Language) -> Option<AnyView> {
    let changes: Vec<_> = programme.parameter_changes.iter().rev().filter(|change| change.name == row.name).collect();
    if changes.is_empty() {
        return None;
    }
    let line = |change: &anju_domain::model::ParameterChange| {
        let by = crate::naming::post(&change.by, language);
        let places = [
            ("date", quantities::date(language, change.set_on)),
            ("from", quantities::date(language, change.valid_from)),
            ("value", row.value_with_unit(&change.value, language)),
            ("by", by),
            ("reason", change.reason.clone()),
        ];
        let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
        view! { <li>{fill(words::HISTORY_LINE, language, &places)}</li> }
    };
    let lines = changes.into_iter().map(line).collect_view();
    Some(view! { <details><summary>{say(words::HISTORY)}</summary><ul>{lines}</ul></details> }.into_any())
}

/// Rules lead to their page; charts and things stand by their names.
fn users(row: &'static Parameter, language: Language) -> AnyView {
    let names = row.used_by.get(language).split(['、', ',']).map(str::trim).filter(|name| !name.is_empty());
    let links: Vec<AnyView> = names
        .map(|name| match name.strip_prefix("R-") {
            Some(_) => view! { <a href=format!("/rules/{name}")>{name}</a>" " }.into_any(),
            None => view! { <span>{name}</span>" " }.into_any(),
        })
        .collect();
    links.into_any()
}
