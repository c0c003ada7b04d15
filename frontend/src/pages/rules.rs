//! 政策条文与校验规则: the clauses of the paper and the rules that follow from them.

use crate::{
    parts::page_head::PageHead,
    preferences::{language, say},
};
use anju_domain::{
    policy::{
        clauses::citations,
        rules::{HEADINGS, RuleHeading},
    },
    words::rules as words,
};
use leptos::prelude::*;

/// 政策条文与校验规则
#[component]
pub(crate) fn Rules() -> impl IntoView {
    let language = language();
    let row = move |rule: &'static RuleHeading| {
        view! {
            <tr>
                <td>{rule.id}</td>
                <td>{say(rule.title)}</td>
                <td class="fill">{move || citations(rule.clauses, language.get())}</td>
            </tr>
        }
    };
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned()) />
        <div class="sheet">
            <section class="cell">
                <table class="list">
                    <thead>
                        <tr>
                            <th scope="col" colspan="2">{say(words::RULES)}</th>
                            <th scope="col" class="fill">{say(words::CLAUSES)}</th>
                        </tr>
                    </thead>
                    <tbody>{HEADINGS.iter().map(row).collect_view()}</tbody>
                </table>
            </section>
        </div>
    }
    .into_any()
}
