//! A finding as people read it: by when it must be solved, what is wrong, what to do, on which clause it rests.

use crate::{
    findings::{self, Shown},
    pages::dossier::funding::OperatorShares,
    preferences::{language, say},
};
use anju_domain::{
    finding::Gate,
    rules,
    words::{dossier as words, fill},
};
use leptos::prelude::*;

/// A finding, with others of its rule that ask for the same.
#[component]
pub(crate) fn FindingCard(shown: Shown, #[prop(optional)] also: Vec<Shown>) -> impl IntoView {
    // Whoever shows findings makes the cards anew when the language changes.
    let language = language().get_untracked();
    let finding = &shown.finding;
    let message = rules::message(finding, language);
    let remedy = rules::remedy(finding, language);
    let rule = findings::rule_title(finding, language).map(|title| {
        let id = finding.rule.to_string();
        view! {
            <a href=format!("/rules/{id}")>
                {fill(words::RULE, language, &[("id", &id)])}" "{title}
            </a>
        }
    });
    let stops = shown.stops_at.is_some();
    view! {
        <section class="finding" class:stop=stops class:warn=!stops>
            <p><span class="tag" class:stop=stops class:warn=!stops>{say(findings::urgency(&shown))}</span></p>
            <h3>{message}</h3>
            {also.iter().map(|other| view! { <h3>{rules::message(&other.finding, language)}</h3> }).collect_view()}
            <dl>
                {(!remedy.is_empty()).then(|| view! { <dt>{say(words::REMEDY)}</dt><dd>{remedy}</dd> })}
                <dt>{say(words::BASIS)}</dt>
                <dd>{findings::basis(finding, language)} <br /> {rule}</dd>
            </dl>
            {(finding.rule == "R-18").then(|| view! { <OperatorShares gate=shown.stops_at.unwrap_or(Gate::G0) /> })}
        </section>
    }
    .into_any()
}
