//! Worked examples of each rule that the system checks, run through the very rule each time the page is shown.
//!
//! An example is a small dossier; what is said of it is never written down here.

mod cases;

use crate::{
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::{Language, Text},
    rules,
    words::rules as words,
};
use cases::{Example, examples};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a rule comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passes,
    Warns,
    Stops,
}

impl Verdict {
    /// The verdict as a word of state.
    pub(super) fn tag(self) -> impl IntoView + use<> {
        let text = match self {
            Self::Passes => words::PASSES,
            Self::Warns => words::WARNS,
            Self::Stops => words::STOPS,
        };
        view! {
            <span class="tag" class:done=self == Self::Passes class:warn=self == Self::Warns class:stop=self == Self::Stops>
                {say(text)}
            </span>
        }
    }
}

/// What a rule says at a gate.
fn found(rule: &str, facts: &ProjectFacts<'_>, gate: Gate) -> Vec<Finding> {
    rules::check(facts, gate).into_iter().filter(|finding| finding.rule == rule).collect()
}

/// What a rule comes to at a gate: its gravest finding.
pub(super) fn verdict(rule: &str, facts: &ProjectFacts<'_>, gate: Gate) -> Verdict {
    let found = found(rule, facts, gate);
    if found.iter().any(|finding| finding.severity == Severity::E) {
        Verdict::Stops
    } else if found.is_empty() {
        Verdict::Passes
    } else {
        Verdict::Warns
    }
}

/// The examples of a rule.
#[component]
pub(super) fn Examples(rule: &'static str) -> impl IntoView {
    let language = language();
    let today = session().view().map(|view| view.today).unwrap_or_default();
    let examples = examples(rule);
    (!examples.is_empty()).then(|| {
        view! {
            <section>
                <h3>{say(words::EXAMPLES)}<small>{say(words::EXAMPLES_LEAD)}</small></h3>
                <table class="cards examples">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::RESULT)}</th>
                            <th scope="col">{say(words::CASE)}</th>
                            <th scope="col" class="fill">{say(words::SAID)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || examples.iter().map(|example| row(rule, example, today, language.get())).collect_view()}
                    </tbody>
                </table>
            </section>
        }
    })
}

fn row(rule: &'static str, example: &Example, today: NaiveDate, language: Language) -> impl IntoView + use<> {
    let Example { case, dossier, gate } = example;
    let facts = ProjectFacts::of(dossier, today);
    let said: Vec<String> =
        found(rule, &facts, *gate).iter().map(|finding| rules::message(finding, language)).collect();
    let said =
        if said.is_empty() { "—".to_owned() } else { said.join(if language == Language::Zh { "；" } else { "; " }) };
    let case: &Text = case;
    view! {
        <tr>
            <td class="title">{verdict(rule, &facts, *gate).tag()}</td>
            <td data-label=words::CASE.get(language)>{case.get(language)}</td>
            <td class="fill" data-label=words::SAID.get(language)>{said}</td>
        </tr>
    }
}

/// What a test asks of an example.
#[cfg(test)]
fn verdict_of(rule: &str, dossier: &anju_domain::model::Dossier, gate: Gate) -> Verdict {
    verdict(rule, &ProjectFacts::of(dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap_or_default()), gate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_checked_rule_has_an_example_that_passes_and_one_that_does_not() {
        for rule in rules::RULES {
            let verdicts: Vec<Verdict> = examples(rule.id())
                .iter()
                .map(|example| verdict_of(rule.id(), &example.dossier, example.gate))
                .collect();
            assert!(verdicts.contains(&Verdict::Passes), "{}: {verdicts:?}", rule.id());
            assert!(verdicts.contains(&Verdict::Stops), "{}: {verdicts:?}", rule.id());
        }
    }
}
