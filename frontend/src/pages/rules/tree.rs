//! The tree of clauses with the rules that follow from them: sections and items open and close, a search opens all.

use super::book::{Branch, Search, tree, way_to};
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    policy::rules::RuleHeading,
    words::{fill, rules as words},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Which branches are open, which place is shown, what the address holds besides.
#[derive(Clone, Copy)]
struct State {
    open: RwSignal<BTreeSet<&'static str>>,
    all_open: Memo<bool>,
    chosen: Memo<String>,
    query: Signal<String>,
}

/// The tree.
#[component]
pub(super) fn Tree(search: Memo<Search>, chosen: Memo<String>, query: Signal<String>) -> impl IntoView {
    let language = language();
    let open = RwSignal::new(BTreeSet::new());
    Effect::new(move || {
        let way = way_to(&chosen.get());
        let is_open = |id: &&str| open.with_untracked(|open| open.contains(*id));
        if !way.iter().all(is_open) {
            open.update(|open| open.extend(way));
        }
    });
    let state = State { open, all_open: Memo::new(move |_| !search.read().is_empty()), chosen, query };
    let branches = Memo::new(move |_| tree(&search.read()));
    view! {
        <nav class="cell tree" aria-label=say(words::CLAUSES)>
            <p class="tree-head">
                <a href=move || format!("/rules{}", query.get()) aria-current=move || chosen.read().is_empty().then_some("page")>
                    {say(words::ALL_RULES)}
                </a>
                <small>{say(words::RULE_COUNT)}</small>
            </p>
            {move || {
                let language = language.get();
                let branches = branches.get();
                if branches.is_empty() {
                    view! { <p class="empty">{say(words::NOTHING_FOUND)}</p> }
                    .into_any()
                } else {
                    view! { <ul>{branches.into_iter().map(|one| branch(state, one, language)).collect_view()}</ul> }.into_any()
                }
            }}
        </nav>
    }
    .into_any()
}

fn branch(state: State, branch: Branch, language: Language) -> AnyView {
    let id = branch.id;
    let has_more = !branch.items.is_empty() || !branch.rules.is_empty();
    let is_open = move || state.all_open.get() || state.open.with(|open| open.contains(id));
    let toggle = move |_| {
        state.open.update(|open| {
            if !open.remove(id) {
                open.insert(id);
            }
        });
    };
    let count = if branch.rules.is_empty() { "—".to_owned() } else { branch.rules.len().to_string() };
    let leaves = if branch.items.is_empty() { branch.rules } else { Vec::new() };
    let items = branch.items;
    let title = branch.title.get(language);
    let name = fill(words::OPEN, language, &[("name", title)]);
    let button = has_more.then(|| {
        view! {
            <button class="fold" type="button" aria-label=name aria-expanded=move || is_open().to_string() on:click=toggle></button>
        }
    });
    view! {
        <li>
            <div class="branch">
                {button}
                <a href=address(state, id) aria-current=current(state, id)>{title}</a>
                <small>{count}</small>
            </div>
            {has_more.then(|| view! {
                <ul hidden=move || !is_open()>
                    {items.into_iter().map(|item| self::branch(state, item, language)).collect_view()}
                    {leaves.into_iter().map(|rule| leaf(state, rule, language)).collect_view()}
                </ul>
            })}
        </li>
    }
    .into_any()
}

fn leaf(state: State, rule: &'static RuleHeading, language: Language) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="leaf" href=address(state, rule.id) aria-current=current(state, rule.id)>
                <span>{rule.id}</span>" "{rule.title.get(language)}
            </a>
        </li>
    }
}

fn address(state: State, id: &'static str) -> impl Fn() -> String + Copy + Send + 'static {
    move || format!("/rules/{id}{}", state.query.get())
}

fn current(state: State, id: &'static str) -> impl Fn() -> Option<&'static str> + Copy + Send + 'static {
    move || (*state.chosen.read() == id).then_some("page")
}
