//! What stops an act on a task, each with its remedy and its clause.

use crate::{findings, preferences::language};
use anju_domain::{
    finding::Finding,
    rules,
    words::{duties as words, fill, shell},
};
use leptos::prelude::*;

/// Findings as a list; nothing when there is none.
#[component]
pub(crate) fn Findings(found: Vec<Finding>) -> impl IntoView {
    let language = language();
    (!found.is_empty()).then(|| {
        let line = move |finding: &Finding| {
            let language = language.get();
            let basis = findings::basis(finding, language).map(|basis| {
                let label = fill(shell::LABELLED, language, &[("name", words::BASIS.get(language))]);
                let rule = finding.rule.to_string();
                view! { <small>{label}<a href=format!("/rules/{rule}")>{rule.clone()}</a>" "{basis}</small> }
            });
            view! { <li><b>{rules::message(finding, language)}</b>" "{rules::remedy(finding, language)}" "{basis}</li> }
        };
        view! { <ul class="stops">{move || found.iter().map(line).collect_view()}</ul> }
    })
}
