//! The sheet: a row a line, a column a source, sums and gaps. Head and first column stay in sight.

use super::{
    cell::{input, text},
    form::Form,
    grid::SourceColumn,
    labels::{self, LineLabel, SourceLabel},
};
use crate::preferences::{language, say};
use anju_domain::{
    exact::Money,
    language::Language,
    words::{dossier as page_words, fill, funding as words},
};
use leptos::prelude::*;

/// What the sheet is built of; typing leaves it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layout {
    rows: Vec<(String, Money, LineLabel)>,
    columns: Vec<(SourceColumn, SourceLabel)>,
    language: Language,
}

/// The sheet.
#[component]
pub(super) fn Table(form: Form) -> impl IntoView {
    let language = language();
    let layout = Memo::new(move |_| {
        let language = language.get();
        let lines = form.context.saved.get().map(|saved| saved.project_community.lines.clone()).unwrap_or_default();
        let names = labels::lines(&lines, language);
        let columns = form.grid.with(|grid| grid.columns.clone());
        let sources = labels::sources(&columns, language);
        Layout {
            rows: lines.into_iter().zip(names).map(|(line, name)| (line.id, line.amount, name)).collect(),
            columns: columns.into_iter().zip(sources).collect(),
            language,
        }
    });
    view! {
        <div class="scroll sheet-box" tabindex="0" role="region" aria-label=say(page_words::FUNDING_TABLE)>
            {move || sheet(form, &layout.get())}
        </div>
    }
    .into_any()
}

fn sheet(form: Form, layout: &Layout) -> impl IntoView + use<> {
    let language = layout.language;
    let count = layout.columns.len();
    let heads = layout.columns.iter().map(|(_, label)| head(label, language)).collect_view();
    let rows = layout.rows.iter().enumerate().map(|(row, line)| body_row(form, layout, row, line)).collect_view();
    let ids: Vec<String> = layout.rows.iter().map(|(id, ..)| id.clone()).collect();
    let invested: Money = layout.rows.iter().map(|(_, amount, _)| *amount).sum();
    let amounts: Vec<(String, Money)> = layout.rows.iter().map(|(id, amount, _)| (id.clone(), *amount)).collect();
    let of_column = |column: usize| {
        let ids = ids.clone();
        view! {
            <td class="n">
                {move || form.grid.with(|grid| ids.iter().map(|id| grid.amount(id, column)).sum::<Money>()).wan()}
            </td>
        }
    };
    let all = {
        let ids = ids.clone();
        move || ids.iter().map(|id| paid(form, id, count)).sum::<Money>().wan()
    };
    let open = move || amounts.iter().map(|(id, amount)| amount.minus(paid(form, id, count)).or_zero()).sum::<Money>();
    view! {
        <table class="ledger funding">
            <thead>
                <tr>
                    <th scope="col" class="fill">{words::ITEM.get(language)}</th>
                    <th scope="col" class="n">{words::INVESTED.get(language)}</th>
                    {heads}
                    <th scope="col" class="n">{words::SUM.get(language)}</th>
                    <th scope="col" class="n">{words::GAP.get(language)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr class="sum">
                    <th scope="row" class="fill">{fill(words::SUM_OF_LINES, language, &[("n", &layout.rows.len().to_string())])}</th>
                    <td class="n">{invested.wan()}</td>
                    {(0..count).map(of_column).collect_view()}
                    <td class="n">{all}</td>
                    <td class="n">{move || open().wan()}</td>
                </tr>
            </tfoot>
        </table>
    }
}

fn head(label: &SourceLabel, language: Language) -> impl IntoView + use<> {
    let details = label.details.join(if language == Language::Zh { "、" } else { ", " });
    view! {
        <th scope="col" class="n in-head">
            <span>{label.fund.clone()}</span>
            <small>{label.code.clone()}</small>
            {(!details.is_empty()).then(|| view! { <small class="detail">{details}</small> })}
        </th>
    }
}

/// What is committed to a line, as far as it can be read.
fn paid(form: Form, line: &str, columns: usize) -> Money {
    form.grid.with(|grid| (0..columns).map(|column| grid.amount(line, column)).sum())
}

fn body_row(
    form: Form,
    layout: &Layout,
    row: usize,
    (id, amount, label): &(String, Money, LineLabel),
) -> impl IntoView + use<> {
    let language = layout.language;
    let count = layout.columns.len();
    let amount = *amount;
    let marked = {
        let id = id.clone();
        move || form.marks.with(|marks| marks.lines.contains(&id))
    };
    let cells = layout
        .columns
        .iter()
        .enumerate()
        .map(|(column, (_, source))| {
            let name = labels::cell(&label.name, &source.name, language);
            if form.can_edit {
                input(form, row, column, id, name).into_any()
            } else {
                text(form, column, id).into_any()
            }
        })
        .collect_view();
    let sum = {
        let id = id.clone();
        move || paid(form, &id, count).wan()
    };
    let rest = {
        let id = id.clone();
        Memo::new(move |_| amount.minus(paid(form, &id, count)))
    };
    let gap = move || match rest.get() {
        over if over < Money::ZERO => fill(words::OVER, language, &[("amount", &Money::ZERO.minus(over).wan())]),
        gap => gap.wan(),
    };
    view! {
        <tr class:line=marked>
            <th scope="row" class="fill">{label.full.clone()}</th>
            <td class="n">{amount.wan()}</td>
            {cells}
            <td class="n">{sum}</td>
            <td class="n" class:bad=move || rest.get() != Money::ZERO>{gap}</td>
        </tr>
    }
}
