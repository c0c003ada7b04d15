//! 资金: who pays how much of which line, as a sheet. The office types, everybody else reads; while one types the
//! rail beside it says what the rules say, by the very functions of the server.

mod bar;
mod cell;
mod draft;
mod edits;
mod faults;
mod form;
mod grid;
mod labels;
mod marks;
mod notices;
mod passed;
mod saving;
mod shares;
mod source;
mod source_dialog;
mod source_fields;
mod state;
mod table;

pub(crate) use passed::PassedRules;
pub(crate) use shares::OperatorShares;

use super::{context::today, editing::PasteDialog};
use crate::{
    pages::later,
    preferences::{language, say},
};
use anju_domain::{
    exact::Money,
    language::Language,
    model::Dossier,
    policy::stages::CommitmentStatus,
    words::{dossier as page_words, editing, fill, funding as words},
};
use anju_domain::{
    forms::{self, FundingRows, Sheet},
    paste,
};
use bar::ActionBar;
use chrono::NaiveDate;
use faults::{FaultList, FaultSummary};
use form::Form;
use leptos::prelude::*;
use notices::Notices;
use source_dialog::SourceDialog;
use table::Table;

/// 资金
#[component]
pub(crate) fn Funding() -> impl IntoView {
    let language = language();
    let form = Form::new();
    let adding = RwSignal::new(false);
    let pasting = RwSignal::new(None::<String>);
    // What is pasted stands in the cells of its line and source; equal ones are found again.
    let take = move |rows: Vec<Vec<Option<String>>>| {
        let Some(saved) = form.context.saved.get_untracked() else { return };
        let cells = paste::merged::<FundingRows>(&[], &rows);
        form.take_in(&forms::read::<FundingRows>(&saved, &cells, today()).rows);
    };
    let note = move || {
        let dossier = form.context.current.get()?;
        Some(note(&dossier, language.get()))
    };
    let has_lines = move || form.context.saved.get().is_some_and(|saved| !saved.project_community.lines.is_empty());
    view! {
        <FaultSummary form />
        <div class="bar">
            <h2>{say(page_words::FUNDING_TABLE)}</h2>
            <small>{note}</small>
            <Show when=move || form.can_edit && has_lines()>
                <button class="btn end" type="button" on:click=move |_| pasting.set(Some(String::new()))>{say(editing::PASTE)}</button>
                <button class="btn" type="button" on:click=move |_| adding.set(true)>{say(words::ADD_SOURCE)}</button>
            </Show>
        </div>
        <Show when=has_lines fallback=|| view! { <p class="empty">{say(words::EMPTY_TABLE)}</p> }>
            <Table form />
            <FaultList form />
            <Show when=move || form.can_edit>
                <Notices form />
                <ActionBar form />
            </Show>
        </Show>
        <SourceDialog form open=adding />
        <PasteDialog text=pasting heads=heads read=pasted take />
        {later::money_part()}
    }
    .into_any()
}

/// Reads a block of the sheet 资金.
fn pasted(dossier: &Dossier, block: &[Vec<String>], today: NaiveDate) -> paste::Pasted {
    paste::read::<FundingRows>(dossier, block, today)
}

fn heads() -> Vec<forms::Head> {
    FundingRows::columns().iter().map(|column| column.head).collect()
}

/// Unit, number of lines and the gap; whether everything is secured.
fn note(dossier: &Dossier, language: Language) -> String {
    let entry = &dossier.project_community;
    let gap: Money = entry
        .lines
        .iter()
        .map(|line| {
            let paid: Money = entry.commitments.iter().filter(|one| one.line == line.id).map(|one| one.amount).sum();
            line.amount.minus(paid).or_zero()
        })
        .sum();
    let secured = entry.commitments.iter().all(|one| one.status == CommitmentStatus::Secured);
    let text = if secured && gap == Money::ZERO { words::NOTE_ALL } else { words::NOTE };
    fill(text, language, &[("n", &entry.lines.len().to_string()), ("gap", &gap.wan())])
}
