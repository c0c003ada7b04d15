//! A list of tasks: the whole row is the link, and the task opens in place.

use super::{
    standing::{basis, deadline, matter, occasion, owner, state, subject, wanted},
    task::Task,
};
use crate::{
    preferences::{language, say},
    route::{Address, address},
};
use anju_domain::{api::DutyRow, language::Language, words::duties as words};
use leptos::{ev::MouseEvent, prelude::*};
use uuid::Uuid;

/// Where a task is opened: the address with it, or without any.
pub(super) type Opening = fn(Address, Option<Uuid>) -> String;

/// The rows of a page, where the task that is open stays even when it no longer belongs to what is shown.
pub(super) fn kept_open(rows: Vec<DutyRow>, open: Option<Uuid>, before: Option<&Vec<DutyRow>>) -> Vec<DutyRow> {
    let mut rows = rows;
    let (Some(open), Some(before)) = (open, before) else { return rows };
    if !rows.iter().any(|row| row.id == open)
        && let Some((place, row)) = before.iter().enumerate().find(|(_, row)| row.id == open)
    {
        rows.insert(place.min(rows.len()), row.clone());
    }
    rows
}

/// The list; with `units` it names who answers.
#[component]
pub(super) fn DutyList(
    rows: Memo<Vec<DutyRow>>,
    open: Memo<Option<Uuid>>,
    opening: Opening,
    #[prop(optional)] units: bool,
) -> impl IntoView {
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.id).collect::<Vec<_>>());
    // A task that this page of the list does not hold stands above it.
    let alone = Memo::new(move |_| open.get().filter(|open| rows.with(|rows| !rows.iter().any(|row| row.id == *open))));
    let address = address();
    let back = Signal::derive(move || opening(address, None));
    view! {
        {move || alone.get().map(|id| view! { <div class="sheet alone"><Task id back /></div> })}
        <div class="sheet duty-sheet" class:has-open=move || open.get().is_some()>
            <table class="list duties">
                <thead>
                    <tr>
                        <th scope="col">{say(words::MATTER)}</th>
                        {units.then(|| view! { <th scope="col">{say(words::UNIT)}</th> })}
                        <th scope="col" class="place">{say(words::COMMUNITY)}</th>
                        <th scope="col">{say(words::EVIDENCE)}</th>
                        <th scope="col">{say(words::DUE)}</th>
                        <th scope="col">{say(words::STATUS)}</th>
                    </tr>
                </thead>
                <For each=ids key=|id| *id children=move |id| view! { <Row id rows open opening units back /> } />
            </table>
        </div>
    }
    .into_any()
}

/// A task and, under it, what is opened.
#[component]
fn Row(
    id: Uuid,
    rows: Memo<Vec<DutyRow>>,
    open: Memo<Option<Uuid>>,
    opening: Opening,
    units: bool,
    back: Signal<String>,
) -> impl IntoView {
    let language = language();
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.id == id).cloned()));
    let is_open = Memo::new(move |_| open.get() == Some(id));
    let columns = if units { "6" } else { "5" };
    view! {
        <tbody class:open=move || is_open.get()>
            {move || row.get().map(|row| cells(&row, is_open, opening, units, language.get()))}
            <Show when=move || is_open.get()>
                <tr class="opened"><td colspan=columns><Task id back /></td></tr>
            </Show>
        </tbody>
    }
    .into_any()
}

fn cells(
    row: &DutyRow,
    is_open: Memo<bool>,
    opening: Opening,
    units: bool,
    language: Language,
) -> impl IntoView + use<> {
    let id = row.id;
    let address = address();
    let to = move || opening(address, if is_open.get_untracked() { None } else { Some(id) });
    let toggle = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        address.open_in_place(&to());
    };
    let about = [basis(&row.duty, language), occasion(row, language)];
    let about = about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("　");
    view! {
        <tr>
            <td class="title">
                <a href=opening(address, Some(id)) aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    {matter(&row.duty, language)}
                </a>
                <small>{about}</small>
            </td>
            {units.then(|| view! { <td class="unit">{owner(&row.owner, language)}</td> })}
            <td class="place">{subject(&row.community, language)}</td>
            <td class="wanted">{wanted(&row.duty, language)}</td>
            <td class="due">{deadline(row, language)}</td>
            <td class="state">{state(row.status, language)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_task_stays_where_it_was() {
        let row = |id: u128| DutyRow { id: Uuid::from_u128(id), ..DutyRow::default() };
        let before = vec![row(1), row(2), row(3)];
        let ids = |rows: Vec<DutyRow>| rows.iter().map(|row| row.id.as_u128()).collect::<Vec<_>>();
        let open = Some(Uuid::from_u128(2));
        assert_eq!(ids(kept_open(vec![row(1), row(3)], open, Some(&before))), [1, 2, 3]);
        assert_eq!(ids(kept_open(vec![row(2)], open, Some(&before))), [2]);
        assert_eq!(ids(kept_open(vec![], open, Some(&before))), [2]);
        assert_eq!(ids(kept_open(vec![row(3)], None, Some(&before))), [3]);
        assert_eq!(ids(kept_open(vec![row(3)], Some(Uuid::nil()), Some(&before))), [3]);
    }
}
