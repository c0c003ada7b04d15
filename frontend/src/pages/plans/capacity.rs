//! 财政承受能力 of a year: ceiling and conclusion, what the communities of the plan count against it, what R-31 says.

use super::acting::{Act, Acting, today};
use crate::{
    naming,
    parts::stop_list::StopList,
    preferences::{language, say},
};
use anju_domain::{
    acts::fiscal_findings,
    exact::Money,
    language::Text,
    lists::plans::borne,
    words::{plans as words, quantities},
};
use leptos::prelude::*;

/// The panel.
#[component]
pub(super) fn Capacity(acting: Acting, year: i32, can_edit: bool) -> impl IntoView {
    let language = language();
    let found = Signal::derive(move || {
        let facts = acting.facts.remote.get();
        facts.map(|facts| fiscal_findings(&facts, year, today())).unwrap_or_default()
    });
    let panel = move || {
        let facts = acting.facts.remote.get()?;
        let language = language.get();
        let money = |amount: Money| quantities::money(language, amount);
        let counted = borne(&facts, year);
        let sum: Money = counted.iter().map(|(_, amount)| *amount).sum();
        let row = |name: Text, value: String| view! { <dt>{name.get(language)}</dt><dd>{value}</dd> };
        let known = facts.programme.fiscal_capacity(year).cloned();
        let left = known.as_ref().map(|capacity| capacity.ceiling.minus(sum));
        let assessment = match known {
            None => view! { <dt>{words::CAPACITY_CONCLUSION.get(language)}</dt><dd>{words::CAPACITY_NONE.get(language)}</dd> }.into_any(),
            Some(capacity) => view! {
                {row(words::CAPACITY_CONCLUSION, capacity.conclusion.text().get(language).to_owned())}
                {row(words::CEILING, money(capacity.ceiling))}
                {row(words::CAPACITY_DOC, Some(capacity.doc).filter(|doc| !doc.is_empty()).unwrap_or_else(|| quantities::NO_VALUE.get(language).to_owned()))}
            }
            .into_any(),
        };
        let sources = counted.into_iter().map(|(funding, amount)| {
            view! {
                <tr><td class="title">{naming::fund_name(&funding, language)}</td><td class="n">{amount.wan()}</td></tr>
            }
        });
        Some(view! {
            <dl class="facts">
                {assessment}
                {left.map(|left| row(words::CAPACITY_LEFT, money(left)))}
            </dl>
            <table class="list counted">
                <caption>{words::CAPACITY_COUNTED.get(language)}</caption>
                <thead>
                    <tr><th scope="col">{words::SOURCE.get(language)}</th><th scope="col" class="n">{words::AMOUNT.get(language)}</th></tr>
                </thead>
                <tbody>
                    {sources.collect_view()}
                    <tr class="sum"><td class="title">{words::CAPACITY_SUM.get(language)}</td><td class="n">{sum.wan()}</td></tr>
                </tbody>
            </table>
        })
    };
    let edit = move |_| {
        let facts = acting.facts.remote.get_untracked();
        let plan = facts.and_then(|facts| facts.plans.iter().find(|plan| plan.year == year).cloned());
        acting.begin(Act::Assess, plan.as_ref());
    };
    view! {
        <section class="cell" aria-labelledby="capacity-title">
            <h2 id="capacity-title">{say(words::CAPACITY)}</h2>
            {panel}
            <StopList found />
            {can_edit.then(|| view! {
                <p class="foot"><button class="btn" type="button" on:click=edit>{say(words::CAPACITY_EDIT)}</button></p>
            })}
        </section>
    }
    .into_any()
}
