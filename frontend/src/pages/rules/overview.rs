//! All rules in one table: the page before a clause or a rule is chosen.

use super::book::Search;
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    policy::rules::{HEADINGS, RuleHeading},
    rules::pages::when,
    words::{fill, rules as words},
};
use leptos::prelude::*;

/// All rules that a search leaves.
#[component]
pub(super) fn AllRules(search: Memo<Search>, query: Signal<String>) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        let search = search.get();
        let found: Vec<_> = HEADINGS.iter().filter(|rule| search.is_empty() || search.finds(rule)).collect();
        let title = if search.is_empty() {
            words::ALL_RULES.get(language).to_owned()
        } else {
            fill(words::FOUND, language, &[("n", &found.len().to_string())])
        };
        if found.is_empty() {
            return view! {
                <article class="rule-text">
                    <header><h2>{words::NOTHING_FOUND.get(language)}</h2></header>
                    <p>{words::NOTHING_FOUND_DETAIL.get(language)}</p>
                </article>
            }
            .into_any();
        }
        let rows = found.into_iter().map(|rule| row(rule, query, language)).collect_view();
        view! {
            <article class="rule-text">
                <header><h2>{title}</h2><p class="msg">{words::ALL_RULES_LEAD.get(language)}</p></header>
                <table class="cards all-rules">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::NUMBER)}</th>
                            <th scope="col" class="fill">{say(words::NAME)}</th>
                            <th scope="col">{say(words::CHECKED_OBJECT)}</th>
                            <th scope="col">{say(words::AT)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </article>
        }
        .into_any()
    }
}

fn row(rule: &'static RuleHeading, query: Signal<String>, language: Language) -> impl IntoView + use<> {
    let href = move || format!("/rules/{}{}", rule.id, query.get());
    view! {
        <tr>
            <td class="id">{rule.id}</td>
            <td class="fill title"><a href=href>{rule.title.get(language)}</a></td>
            <td data-label=words::CHECKED_OBJECT.get(language)>{rule.subject.get(language)}</td>
            <td data-label=words::AT.get(language)>{when(rule, language)}</td>
        </tr>
    }
}
