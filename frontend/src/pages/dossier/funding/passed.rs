//! At the end of the rail: the rules that were judged at this gate and found nothing.

use super::super::context::dossier;
use crate::preferences::{language, say};
use anju_domain::{language::Language, rules::RULES, words::funding as words};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The rules that found nothing, by name; each leads to its page.
#[component]
pub(crate) fn PassedRules() -> impl IntoView {
    let language = language();
    let context = dossier();
    let found = Memo::new(move |_| {
        context.findings().into_iter().map(|shown| shown.finding.rule.to_string()).collect::<BTreeSet<String>>()
    });
    move || {
        let language = language.get();
        let found = found.get();
        let gate = context.judged_at();
        let passed = RULES.iter().filter(|rule| rule.is_judged_at(gate) && !found.contains(rule.id()));
        let comma = if language == Language::Zh { "、" } else { ", " };
        let names = passed
            .enumerate()
            .map(|(place, rule)| {
                let before = if place == 0 { "" } else { comma };
                view! { {before}<a href=format!("/rules/{}", rule.id())>{rule.heading.title.get(language)}</a> }
            })
            .collect_view();
        view! {
            <section class="passed">
                <h3>{if found.is_empty() { say(words::CHECKED)() } else { say(words::PASSED)() }}</h3>
                <p>{names}</p>
            </section>
        }
    }
}
