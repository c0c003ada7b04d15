//! 资金: who pays how much of which line, to read.

use super::context::dossier;
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    exact::Money,
    language::Language,
    model::{Dossier, InvestmentLine},
    words::{dossier as words, fill},
};
use leptos::prelude::*;

/// 资金
#[component]
pub(crate) fn Funding() -> impl IntoView {
    let language = language();
    let context = dossier();
    move || context.current.get().map(|dossier| table(&dossier, language.get()))
}

/// The funds in use, by code.
fn funds(dossier: &Dossier) -> Vec<String> {
    let mut codes: Vec<String> = dossier.project_community.commitments.iter().map(|one| one.funding.clone()).collect();
    codes.sort();
    codes.dedup();
    codes
}

fn sum(dossier: &Dossier, line: Option<&str>, fund: Option<&str>) -> Money {
    let commitments = dossier.project_community.commitments.iter();
    commitments
        .filter(|one| line.is_none_or(|line| one.line == line) && fund.is_none_or(|fund| one.funding == fund))
        .map(|one| one.amount)
        .sum()
}

fn shown(amount: Money) -> String {
    if amount == Money::ZERO { String::new() } else { amount.wan() }
}

fn table(dossier: &Dossier, language: Language) -> impl IntoView + use<> {
    let funds = funds(dossier);
    let lines = &dossier.project_community.lines;
    let total: Money = lines.iter().map(|line| line.amount).sum();
    let paid = sum(dossier, None, None);
    let note = [("n", lines.len().to_string()), ("gap", total.minus(paid).wan())];
    let note: Vec<(&str, &str)> = note.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let head = |code: &String| {
        view! { <th scope="col" class="n in-head">{naming::fund_name(code, language)}<small>{code.clone()}</small></th> }
    };
    let row = |line: &InvestmentLine| {
        let of_line = sum(dossier, Some(&line.id), None);
        let cell = |code: &String| view! { <td class="n">{shown(sum(dossier, Some(&line.id), Some(code)))}</td> };
        view! {
            <tr>
                <th scope="row" class="fill">{naming::item_with_code(&line.item, language)}</th>
                <td class="n">{line.amount.wan()}</td>
                {funds.iter().map(cell).collect_view()}
                <td class="n">{of_line.wan()}</td>
                <td class="n">{line.amount.minus(of_line).wan()}</td>
            </tr>
        }
    };
    view! {
        <div class="bar">
            <h2>{say(words::FUNDING_TABLE)}</h2>
            <small>{fill(words::FUNDING_NOTE, language, &note)}</small>
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label=say(words::FUNDING_TABLE)>
            <table class="ledger">
                <thead>
                    <tr>
                        <th scope="col" class="fill">{say(words::ITEM)}</th>
                        <th scope="col" class="n">{say(words::INVESTMENT)}</th>
                        {funds.iter().map(head).collect_view()}
                        <th scope="col" class="n">{say(words::LINE_TOTAL)}</th>
                        <th scope="col" class="n">{say(words::GAP)}</th>
                    </tr>
                </thead>
                <tbody>
                    {lines.iter().map(row).collect_view()}
                    <tr class="sum">
                        <th scope="row" class="fill">{fill(words::TOTAL_LINES, language, &[("n", &lines.len().to_string())])}</th>
                        <td class="n">{total.wan()}</td>
                        {funds.iter().map(|code| view! { <td class="n">{sum(dossier, None, Some(code)).wan()}</td> }).collect_view()}
                        <td class="n">{paid.wan()}</td>
                        <td class="n">{total.minus(paid).wan()}</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}
