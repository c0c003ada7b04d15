//! A rule: its basis, when it speaks, by which numbers and how; what it says, with examples that are checked here.

use super::{clause::place_name, examples::Examples, link::CopyLink, parameters::Parameters, trial::ShareTrial};
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    policy::{
        clauses::{citation, clause},
        rules::RuleHeading,
    },
    rules::{Rule, pages::when, rule as executable},
    words::{quantities, rules as words},
};
use leptos::prelude::*;

/// The rule with an example to type in.
const WITH_TRIAL: &str = "R-18";

/// A rule.
#[component]
pub(super) fn RuleText(rule: &'static RuleHeading, query: Signal<String>) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        let other = if language == Language::Zh { Language::En } else { Language::Zh };
        view! {
            <article class="rule-text">
                <header>
                    <h2>
                        {rule.id}" "{rule.title.get(language)}
                        <small lang=tag(other)>{rule.title.get(other)}</small>
                    </h2>
                    <CopyLink id=rule.id />
                    <dl class="rule-facts">
                        <div><dt>{say(words::BASIS)}</dt><dd>{basis(rule, query, language)}</dd></div>
                        <div><dt>{say(words::CHECKED_OBJECT)}</dt><dd>{rule.subject.get(language)}</dd></div>
                        <div><dt>{say(words::AT)}</dt><dd>{when(rule, language)}</dd></div>
                    </dl>
                </header>
                <section><h3>{say(words::GIST)}</h3>{gist(rule, language)}</section>
                <Parameters rule=rule.id />
                {executable(rule.id).map(|rule| checked(rule, language))}
            </article>
        }
    }
}

/// How the system checks, with examples, and what it says.
fn checked(rule: &'static Rule, language: Language) -> impl IntoView + use<> {
    let steps = rule.how.iter().map(|step| view! { <li>{step.get(language)}</li> }).collect_view();
    let messages =
        rule.messages.iter().map(|message| view! { <li>{worded(message.text.get(language))}</li> }).collect_view();
    view! {
        <section><h3>{say(words::HOW)}</h3><ol class="steps">{steps}</ol></section>
        {(rule.id() == WITH_TRIAL).then(|| view! { <ShareTrial /> })}
        <Examples rule=rule.id() />
        <section>
            <h3>{say(words::SAID)}</h3>
            <ul class="messages">{messages}</ul>
            <dl class="pairs"><dt>{say(words::REMEDY)}</dt><dd>{worded(rule.remedy.get(language))}</dd></dl>
        </section>
    }
}

/// A message with its places shown as blanks, since their names are for programs.
fn worded(text: &'static str) -> impl IntoView {
    text.split('{')
        .enumerate()
        .map(|(place, part)| {
            let after = if place == 0 { part } else { part.split_once('}').map_or(part, |(_, after)| after) };
            let blank = (place > 0).then(|| view! { <span class="blank">"…"</span> });
            view! { {blank}{after} }
        })
        .collect_view()
}

fn basis(rule: &'static RuleHeading, query: Signal<String>, language: Language) -> impl IntoView + use<> {
    let mut places: Vec<(&'static str, String)> = Vec::new();
    for id in rule.clauses {
        let cited = citation(id, language);
        let place = clause(id).map_or(*id, |clause| clause.item().unwrap_or_else(|| clause.section()));
        let to = if place.starts_with('A') || place == "0" { *id } else { place };
        if !places.iter().any(|(_, known)| *known == cited) {
            places.push((to, cited));
        }
    }
    let comma = if language == Language::Zh { "、" } else { ", " };
    places
        .into_iter()
        .enumerate()
        .map(|(place, (to, cited))| {
            let before = if place == 0 { "" } else { comma };
            view! { {before}<a href=move || format!("/rules/{to}{}", query.get())>{cited}</a> }
        })
        .collect_view()
}

fn gist(rule: &'static RuleHeading, language: Language) -> impl IntoView + use<> {
    let several = rule.clauses.len() > 1;
    let mut before = String::new();
    let clauses: Vec<_> = rule.clauses.iter().filter_map(|id| clause(id)).collect();
    clauses
        .into_iter()
        .map(|clause| {
            let place = clause.item().and_then(|item| place_name(item, language));
            let place = place.unwrap_or_else(|| citation(clause.id, language));
            // The sentences of one item stand under its name once.
            let named = (several && place != before).then(|| view! { <small>{place.clone()}</small> });
            before = place;
            view! { <blockquote>{named}{clause.summary.get(language)}</blockquote> }
        })
        .collect_view()
}

const fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// A day as people write it, from the form of the tables.
pub(super) fn day(text: &str, language: Language) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| quantities::date(language, day))
}
