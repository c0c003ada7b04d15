//! 政策条文与校验规则: the clauses of the plan as a tree, beside it a clause, or a rule with its numbers and examples.
//! What is chosen and what is looked for stand in the address.

mod book;
mod clause;
mod examples;
mod link;
mod overview;
mod parameters;
mod rule;
mod tree;
mod trial;
mod verdict;

use crate::{
    browser,
    parts::{page_head::PageHead, pick::Pick},
    preferences::{language, say},
    route::{Query, address},
};
use anju_domain::{
    language::Language,
    policy::{
        clauses::SECTIONS,
        rules::{HEADINGS, When, gate_text, heading},
    },
    words::{fill, rules as words, shell},
};
use book::{ACT, EVERY, GATES, Search, gate_code, subjects};
use clause::{Place, place_name};
use leptos::prelude::*;
use overview::AllRules;
use rule::RuleText;
use tree::Tree;

const WORDS: &str = "q";
const WHEN: &str = "when";
const SUBJECT: &str = "subject";

/// 政策条文与校验规则
#[component]
pub(crate) fn Rules() -> impl IntoView {
    let language = language();
    let query = Query::of_page();
    let address = address();
    let chosen = Memo::new(move |_| address.segment(1));
    let search = Memo::new(move |_| {
        let get = |name| query.get(name).unwrap_or_default();
        Search { words: get(WORDS), when: get(WHEN), subject: get(SUBJECT) }
    });
    let rest = address.query;
    let rest = Signal::derive(move || {
        rest.with(|rest| if rest.is_empty() { String::new() } else { format!("?{}", rest.trim_start_matches('?')) })
    });
    // Where tree and text do not stand side by side, the tree is folded until it is asked for.
    let folded = RwSignal::new(true);
    Effect::new(move || {
        chosen.track();
        folded.set(true);
    });
    let title = Signal::derive(move || words::TITLE.get(language.get()).to_owned());
    let window_title = Signal::derive(move || chosen.with(|id| window_title(id, language.get())));
    view! {
        <PageHead title window_title><p>{move || lead(language.get())}</p></PageHead>
        <Filters query />
        <div class="book">
            <div class="tree-fold" class:folded=move || folded.get()>
                <button
                    class="tree-button"
                    type="button"
                    aria-expanded=move || (!folded.get()).to_string()
                    on:click=move |_| folded.update(|folded| *folded = !*folded)
                >
                    {say(words::TREE_SHOW)}
                </button>
                <Tree search chosen query=rest />
            </div>
            <div class="cell detail">
                {move || {
                    let id = chosen.get();
                    match (id.is_empty(), heading(&id)) {
                        (true, _) => view! { <AllRules search query=rest /> }.into_any(),
                        (false, Some(rule)) => view! { <RuleText rule query=rest /> }.into_any(),
                        (false, None) if place_name(&id, Language::Zh).is_some() => view! { <Place id query=rest /> }.into_any(),
                        (false, None) => view! { <Unknown id /> }.into_any(),
                    }
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Sections, annexes and rules of the plan.
fn lead(language: Language) -> String {
    let annexes = SECTIONS.iter().filter(|section| section.id.starts_with('A')).count();
    let numbered = SECTIONS.iter().filter(|section| section.id.starts_with(|c: char| ('1'..='9').contains(&c))).count();
    fill(
        words::LEAD,
        language,
        &[
            ("clauses", &numbered.to_string()),
            ("annexes", &annexes.to_string()),
            ("rules", &HEADINGS.len().to_string()),
        ],
    )
}

fn window_title(id: &str, language: Language) -> String {
    let chosen = heading(id).map(|rule| format!("{id} {}", rule.title.get(language)));
    let chosen = chosen.or_else(|| place_name(id, language)).filter(|_| !id.is_empty());
    chosen.unwrap_or_else(|| words::TITLE.get(language).to_owned())
}

/// Search and filters.
#[component]
fn Filters(query: Query) -> impl IntoView {
    let language = language();
    let gates = Signal::derive(move || {
        let language = language.get();
        let of_gate = |gate| (gate_code(gate).to_owned(), gate_text(gate).get(language).to_owned());
        let pick = |(zh, en): (String, String)| if language == Language::Zh { zh } else { en };
        let every = (EVERY.to_owned(), pick(When::EveryGate.text()));
        let act = (ACT.to_owned(), pick(When::ItsAct.text()));
        GATES.into_iter().map(of_gate).chain([every, act]).collect::<Vec<_>>()
    });
    let objects = Signal::derive(move || {
        subjects()
            .into_iter()
            .map(|subject| (subject.zh.to_owned(), subject.get(language.get()).to_owned()))
            .collect::<Vec<_>>()
    });
    let value = move |name| Signal::derive(move || query.get(name).unwrap_or_default());
    let is_set = move || [WORDS, WHEN, SUBJECT].into_iter().any(|name| query.get(name).is_some());
    view! {
        <div class="bar rule-filters">
            <label class="search">
                <span class="sr">{say(words::SEARCH)}</span>
                <input
                    type="search"
                    placeholder=say(words::SEARCH)
                    prop:value=value(WORDS)
                    on:input:target=move |event| query.set(&[(WORDS, &event.target().value())])
                />
            </label>
            <Pick name=words::WHEN options=gates value=value(WHEN) on_pick=move |to| query.set(&[(WHEN, &to)]) />
            <Pick name=words::SUBJECT options=objects value=value(SUBJECT) on_pick=move |to| query.set(&[(SUBJECT, &to)]) />
            <Show when=is_set>
                <button class="btn" type="button" on:click=move |_| query.set(&[(WORDS, ""), (WHEN, ""), (SUBJECT, "")])>
                    {say(words::CLEAR)}
                </button>
            </Show>
            <button class="btn end" type="button" on:click=|_| browser::print()>{say(shell::PRINT)}</button>
        </div>
    }
    .into_any()
}

/// An address that names nothing.
#[component]
fn Unknown(id: String) -> impl IntoView {
    let language = language();
    view! {
        <div class="note" role="alert">
            <h2>{move || fill(words::UNKNOWN, language.get(), &[("id", &id)])}</h2>
            <p>{say(words::UNKNOWN_DETAIL)}</p>
        </div>
    }
}
