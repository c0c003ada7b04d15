//! What stops an act, in a list: each with a link to the tab where it is mended. What a change of stage lacks is
//! listed one by one.

use super::context::dossier;
use crate::preferences::{language, say};
use anju_domain::{
    finding::{Finding, Param, Severity},
    policy::{approvals::Step, words::word},
    rules,
    tabs::{tab_of, tab_of_missing},
    words::{approvals, fill, stage_acts},
};
use leptos::prelude::*;

/// The list; warnings are only counted.
#[component]
pub(super) fn Stops(found: Vec<Finding>) -> impl IntoView {
    let language = language();
    let id = dossier().id();
    let warnings = found.iter().filter(|finding| finding.severity == Severity::W).count();
    let stops: Vec<Finding> = found.into_iter().filter(|finding| finding.severity == Severity::E).collect();
    let items = move || {
        let language = language.get();
        let entry =
            |text: String, tab: Option<&'static str>| {
                let href = tab.map(|tab| {
                    if tab.is_empty() { format!("/communities/{id}") } else { format!("/communities/{id}/{tab}") }
                });
                view! {
                    <li>
                        {text}
                        {href.map(|href| view! { " "<a href=href>{say(approvals::MEND)}</a> })}
                    </li>
                }
            };
        let mut all = Vec::new();
        for finding in &stops {
            match finding.params.get("missing") {
                Some(Param::List(missing)) if finding.rule == "R-40" => {
                    for code in missing {
                        let known = word("missing", code).or_else(|| Step::from_code(code).map(Step::text));
                        let what = known.map_or_else(|| code.clone(), |text| text.get(language).to_owned());
                        let text = fill(stage_acts::MISSING, language, &[("what", &what)]);
                        all.push(entry(text, tab_of_missing(code)));
                    }
                }
                _ => all.push(entry(rules::message(finding, language), Some(tab_of(finding)))),
            }
        }
        all.into_iter().collect_view()
    };
    view! {
        <ul class="stops">{items}</ul>
        {(warnings > 0).then(|| view! {
            <p><small>{move || fill(approvals::MORE_WARNINGS, language.get(), &[("n", &warnings.to_string())])}</small></p>
        })}
    }
    .into_any()
}
