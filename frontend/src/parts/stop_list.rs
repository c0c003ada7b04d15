//! Findings as a list, where a form has no room for cards: what is wrong, what to do, on which clause it rests.

use crate::{findings, preferences::language};
use anju_domain::{
    finding::Finding,
    rules,
    words::{duties as words, fill, shell},
};
use leptos::prelude::*;

/// The list; nothing when there is none.
#[component]
pub(crate) fn StopList(#[prop(into)] found: Signal<Vec<Finding>>) -> impl IntoView {
    let language = language();
    let line = move |finding: &Finding| {
        let language = language.get();
        let basis = findings::basis(finding, language).map(|basis| {
            let label = fill(shell::LABELLED, language, &[("name", words::BASIS.get(language))]);
            let rule = finding.rule.to_string();
            view! { <small>{label}<a href=format!("/rules/{rule}")>{rule.clone()}</a>" "{basis}</small> }
        });
        view! { <li><b>{rules::message(finding, language)}</b>" "{rules::remedy(finding, language)}" "{basis}</li> }
    };
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| view! { <ul class="stops">{found.iter().map(line).collect_view()}</ul> })
    }
}
