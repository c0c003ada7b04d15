//! 进度预警: every community with plan, actual, lag and who answers for it; the lamp in colour and in words.

use super::named;
use crate::{
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    exact::{Progress, grouped},
    indicators::{Lamp, Overview, ProgrammeFacts, ProgressWarning},
    language::Language,
    words::{fill, overview as words},
};
use leptos::prelude::*;
use std::sync::Arc;

/// 进度预警
#[component]
pub(super) fn Warnings(figures: Signal<Arc<Overview>>, facts: Remote<ProgrammeFacts>) -> impl IntoView {
    let language = language();
    let rows = move || {
        let language = language.get();
        figures.get().warnings.iter().map(|warning| row(warning, language)).collect_view()
    };
    let message = move || figures.get().warnings_message.clone();
    let more = move || {
        let left_out = figures.get().warnings_left_out;
        (left_out > 0).then(|| fill(words::MORE_WARNINGS, language.get(), &[("n", &grouped(left_out))]))
    };
    let none = move || figures.get().warnings.is_empty();
    view! {
        <section class="cell" aria-labelledby="warnings-title">
            <h2 id="warnings-title">{say(words::WARNINGS)}</h2>
            <p class="msg">{message}</p>
            <Show when=move || !none() fallback=|| view! { <p class="empty">{say(words::NO_WARNINGS)}</p> }>
                <table class="tall cards warnings">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::LAMP)}</th>
                            <th scope="col">{say(words::NAME)}</th>
                            <th scope="col">{say(words::WHO)}</th>
                            <th scope="col" class="n">{say(words::PLANNED)}</th>
                            <th scope="col" class="n">{say(words::ACTUAL)}</th>
                            <th scope="col" class="n">{say(words::LAG)}</th>
                            <th scope="col" class="fill">{say(words::REASON)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Show>
            {move || more().map(|words| view! { <p class="foot">{named(words, "/communities".to_owned())}</p> })}
            <Legend facts />
        </section>
    }
    .into_any()
}

/// The row of a community. Its labels follow nothing: the whole list is made anew in another language.
fn row(warning: &ProgressWarning, language: Language) -> impl IntoView + use<> {
    let class = match warning.lamp {
        Lamp::Red => "lamp red",
        Lamp::Amber => "lamp amber",
        Lamp::Green => "lamp green",
        Lamp::NotStarted => "lamp",
    };
    let figure = |progress: Option<Progress>| progress.map_or_else(|| "—".to_owned(), Progress::shown);
    let is_behind = warning.lag.is_some_and(|lag| lag > Progress::default());
    let lag_class = if is_behind { "n bad" } else { "n" };
    view! {
        <tr>
            <td><span class=class>{warning.lamp_text.clone()}</span></td>
            <td>
                {named(warning.name.clone(), format!("/communities/{}/progress", warning.id))}
                <small>{warning.standing.clone()}</small>
            </td>
            <td>{warning.owner.clone()}<small>{warning.manager.clone()}</small></td>
            <td class="n" data-label=words::PLANNED.get(language)>{figure(warning.planned)}</td>
            <td class="n" data-label=words::ACTUAL.get(language)>{figure(warning.actual)}</td>
            <td class=lag_class data-label=words::LAG.get(language)>{figure(warning.lag)}</td>
            <td class="fill">{warning.reason.clone()}<small>{warning.detail.clone()}</small></td>
        </tr>
    }
}

/// What the lamps mean, with the programme's own numbers.
#[component]
fn Legend(facts: Remote<ProgrammeFacts>) -> impl IntoView {
    let language = language();
    let red = move || {
        let facts = facts.get()?;
        let settings = &facts.programme.settings;
        let number = |name| settings.text(name, facts.as_of).unwrap_or_default().trim_end_matches(".0");
        let values = [
            ("once", number("interview_lag_once")),
            ("run", number("interview_lag_run")),
            ("months", number("interview_lag_run_months")),
        ];
        Some(fill(words::LEGEND_RED, language.get(), &values))
    };
    view! {
        <p class="foot">
            <span class="lamp red">{red}</span>
            <span class="lamp amber">{say(words::LEGEND_AMBER)}</span>
            <span class="lamp green">{say(words::LEGEND_GREEN)}</span>
        </p>
    }
}
