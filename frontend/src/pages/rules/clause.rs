//! A clause, an item or a section: what it asks, how it is carried out, which rules follow from it.

use super::book::{clauses_of, rules_of};
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    policy::{
        clauses::{Clause, SECTIONS, citation},
        rules::RuleHeading,
    },
    words::rules as words,
};
use leptos::prelude::*;

/// The name of a place of the plan: its heading, or the citation of a clause.
pub(super) fn place_name(id: &str, language: Language) -> Option<String> {
    let section = SECTIONS.iter().find(|section| section.id == id).map(|section| section.title);
    let item = SECTIONS.iter().flat_map(|section| section.items).find(|item| item.id == id).map(|item| item.title);
    let heading = section.or(item).map(|title| title.get(language).to_owned());
    heading.or_else(|| clauses_of(id).first().map(|clause| citation(clause.id, language)))
}

/// A place of the plan.
#[component]
pub(super) fn Place(id: String, query: Signal<String>) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        let clauses = clauses_of(&id);
        let name = place_name(&id, language)?;
        let cited = citation(&id, language);
        // What is named above is not named again over each sentence.
        let mut before = cited.clone();
        let parts = clauses
            .into_iter()
            .map(|clause| {
                let own = citation(clause.id, language);
                let heading = (own != before).then(|| own.clone());
                before = own;
                one(clause, heading, query, language)
            })
            .collect_view();
        let cited = (cited != id && cited != name).then(|| view! { <small>{cited}</small> });
        Some(view! {
            <article class="rule-text">
                <header><h2>{name}{cited}</h2></header>
                {parts}
            </article>
        })
    }
}

fn one(
    clause: &'static Clause,
    heading: Option<String>,
    query: Signal<String>,
    language: Language,
) -> impl IntoView + use<> {
    let rules = rules_of(&[clause]);
    let none = rules.is_empty();
    view! {
        <section class="clause">
            {heading.map(|heading| view! { <h3>{heading}</h3> })}
            <blockquote>{clause.summary.get(language)}</blockquote>
            <dl class="pairs">
                <dt>{say(words::IMPLEMENTED)}</dt>
                <dd>{clause.implementation(language)}</dd>
                <dt>{say(words::RULES_OF)}</dt>
                <dd>
                    {none.then(|| say(words::NO_RULES))}
                    <ul class="links">{rules.into_iter().map(|rule| link(rule, query, language)).collect_view()}</ul>
                </dd>
            </dl>
        </section>
    }
}

/// A link to a rule.
pub(super) fn link(rule: &'static RuleHeading, query: Signal<String>, language: Language) -> impl IntoView + use<> {
    let href = move || format!("/rules/{}{}", rule.id, query.get());
    view! { <li><a href=href>{rule.id}" "{rule.title.get(language)}</a></li> }
}
