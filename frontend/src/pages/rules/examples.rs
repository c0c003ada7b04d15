//! An example on each side of a rule, judged by the very rule while the page is shown, to be changed and judged again.
//!
//! What is said of an example is never written down.

use super::verdict::Verdict;
use crate::preferences::{language, say};
use anju_domain::{
    cases::worked::{Said, Worked, worked},
    json::Fault,
    language::{Language, Text},
    policy::{examples::examples, rules::gate_text},
    rules,
    words::{fill, rules as words},
};
use leptos::prelude::*;

/// The examples of a rule.
#[component]
pub(super) fn Examples(rule: &'static str) -> impl IntoView {
    let both = worked(rule).zip(examples(rule));
    both.map(|(worked, cases)| {
        let (passes, fails) = (worked.passes(), worked.fails());
        view! {
            <section>
                <h3>{say(words::EXAMPLES)}<small>{say(words::EXAMPLES_LEAD)}</small></h3>
                <Example id="example-passes" rule case=cases.passes given=passes worked=worked.clone() />
                <Example id="example-fails" rule case=cases.fails given=fails worked />
            </section>
        }
    })
}

/// One example: what it is, what the rule says of it, and its input.
#[component]
fn Example(id: &'static str, rule: &'static str, case: Text, given: String, worked: Worked) -> impl IntoView {
    let language = language();
    let input = RwSignal::new(given.clone());
    let judged = Memo::new(move |_| worked.judge(rule, &input.read()));
    let is_changed = {
        let given = given.clone();
        Memo::new(move |_| *input.read() != given)
    };
    let restore = move |_| input.set(given.clone());
    let is_wrong = move || judged.with(Result::is_err);
    view! {
        <div class="example">
            <output for=id>
                {move || judged.with(|judged| said(judged, case, is_changed.get(), language.get()).into_any())}
            </output>
            <details>
                <summary>{say(words::CHANGE)}</summary>
                <div class="field" class:wrong=is_wrong>
                    <label for=id>{say(words::INPUT)}</label>
                    <small id=format!("{id}-hint")>{say(words::INPUT_HINT)}</small>
                    <textarea
                        id=id
                        rows="8"
                        spellcheck="false"
                        autocapitalize="off"
                        aria-describedby=format!("{id}-hint")
                        aria-invalid=move || is_wrong().then_some("true")
                        bind:value=input
                    ></textarea>
                </div>
                <button class="btn" type="button" disabled=move || !is_changed.get() on:click=restore>
                    {say(words::RESTORE)}
                </button>
            </details>
        </div>
    }
    .into_any()
}

fn said(judged: &Result<Vec<Said>, Fault>, case: Text, is_changed: bool, language: Language) -> impl IntoView + use<> {
    let case = if is_changed { words::CHANGED } else { case }.get(language);
    let found = match judged {
        Ok(found) => found,
        Err(fault) => {
            let text = fill(words::UNREADABLE, language, &[("why", &fault.told(language))]);
            return view! { <p>{case}</p><p class="error">{text}</p> }.into_any();
        }
    };
    let verdict = Verdict::of(found.iter().map(|(_, finding)| finding));
    let messages = found
        .iter()
        .map(|(gate, finding)| {
            let at = gate.map(|gate| view! { " "<small>{gate_text(gate).get(language)}</small> });
            view! { <li>{rules::message(finding, language)}{at}</li> }
        })
        .collect_view();
    let remedy = found.first().map(|(_, finding)| view! { <p class="remedy">{rules::remedy(finding, language)}</p> });
    view! { <p>{verdict.tag()}" "{case}</p><ul class="messages">{messages}</ul>{remedy} }.into_any()
}
