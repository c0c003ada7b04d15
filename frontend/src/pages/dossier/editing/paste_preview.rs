//! What a pasted block holds: how many rows come in, the first of them, and every cell that can't be read.

use anju_domain::{
    forms::Head,
    language::Language,
    paste::{PasteFault, Pasted},
    words::{editing as words, fill},
};
use leptos::prelude::*;

/// So many rows are shown before they come in.
const SHOWN: usize = 5;
/// So many faults are shown one by one.
const FAULTS: usize = 50;

/// The preview.
pub(super) fn preview(pasted: &Pasted, heads: &[Head], language: Language) -> AnyView {
    let count = pasted.rows.len().to_string();
    let left_out = {
        let mut rows: Vec<usize> = pasted.faults.iter().map(|fault| fault.row).collect();
        rows.dedup();
        rows.len()
    };
    let mut told = vec![fill(words::WILL_COME_IN, language, &[("n", &count)])];
    if left_out > 0 {
        told.push(fill(words::LEFT_OUT, language, &[("n", &left_out.to_string())]));
    }
    if pasted.skipped > 0 {
        told.push(fill(words::SKIPPED, language, &[("n", &pasted.skipped.to_string())]));
    }
    if !pasted.unknown_heads.is_empty() {
        let names = pasted.unknown_heads.join(words::COMMA.get(language));
        told.push(fill(words::UNKNOWN_HEADS, language, &[("heads", &names)]));
    }
    let spaced = if language == Language::Zh { "" } else { " " };
    view! {
        <p class="notice" class:stop=left_out.gt(&0)>{told.join(spaced)}</p>
        {faults(&pasted.faults, language)}
        {rows(pasted, heads, language)}
    }
    .into_any()
}

fn rows(pasted: &Pasted, heads: &[Head], language: Language) -> Option<AnyView> {
    let given = |column: &usize| pasted.rows.iter().any(|row| row.get(*column).is_some_and(Option::is_some));
    let columns: Vec<usize> = (0..heads.len()).filter(given).collect();
    let head = |column: &usize| heads.get(*column).map_or("", |head| head.name.get(language));
    let row = |row: &Vec<Option<String>>| {
        let cell = |column: &usize| {
            let text = row.get(*column).cloned().flatten().unwrap_or_default();
            view! { <td>{text}</td> }
        };
        view! { <tr>{columns.iter().map(cell).collect_view()}</tr> }
    };
    (!pasted.rows.is_empty()).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=words::FIRST_ROWS.get(language)>
                <table class="versions">
                    <caption>{words::FIRST_ROWS.get(language)}</caption>
                    <thead><tr>{columns.iter().map(|column| view! { <th scope="col">{head(column)}</th> }).collect_view()}</tr></thead>
                    <tbody>{pasted.rows.iter().take(SHOWN).map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn faults(faults: &[PasteFault], language: Language) -> Option<AnyView> {
    let row = |fault: &PasteFault| {
        let head = fault.head.map_or("", |head| head.name.get(language));
        view! {
            <tr>
                <th scope="row">{fault.row.to_string()}</th>
                <td>{format!("{} {head}", fault.letter)}</td>
                <td>{fault.value.clone()}</td>
                <td>{fault.why.text(language)}</td>
                <td>{fault.why.suggestion(language)}</td>
            </tr>
        }
    };
    let heads = [words::ROW, words::COLUMN, words::VALUE, words::REASON, words::SUGGESTION];
    let more = faults.len().checked_sub(FAULTS).filter(|more| *more > 0);
    let more = more.map(|more| view! { <p>{fill(words::MORE_FAULTS, language, &[("n", &more.to_string())])}</p> });
    (!faults.is_empty()).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=words::UNREAD.get(language)>
                <table class="versions">
                    <caption>{words::UNREAD.get(language)}</caption>
                    <thead><tr>{heads.iter().map(|head| view! { <th scope="col">{head.get(language)}</th> }).collect_view()}</tr></thead>
                    <tbody>{faults.iter().take(FAULTS).map(row).collect_view()}</tbody>
                </table>
            </div>
            {more}
        }
        .into_any()
    })
}
