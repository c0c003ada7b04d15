//! Which kind of reports is shown, each with how many there are.

use crate::{preferences::say, remote::Remote, route::Query};
use anju_domain::{
    api::{ReportList, ReportNumbers, ReportShow},
    exact::grouped,
    lists::reports::show_text,
    words::reports as words,
};
use leptos::prelude::*;

const SHOW: &str = "show";

/// As the address names it; all of them have no name there.
const fn name_of(kind: ReportShow) -> &'static str {
    match kind {
        ReportShow::All => "",
        ReportShow::Waiting => "waiting",
        ReportShow::NotYet => "not_yet",
        ReportShow::Overdue => "overdue",
        ReportShow::Returned => "returned",
        ReportShow::Sent => "sent",
        ReportShow::Accepted => "accepted",
    }
}

/// The kind that the address asks for.
pub(super) fn kind_of(query: Query) -> ReportShow {
    let named = query.get(SHOW).unwrap_or_default();
    ReportShow::ALL.into_iter().find(|kind| name_of(*kind) == named).unwrap_or_default()
}

/// The kinds.
#[component]
pub(super) fn Kinds(query: Query, list: Remote<ReportList>) -> impl IntoView {
    let numbers = Memo::new(move |_| {
        let mut numbers = ReportNumbers::default();
        if let Some(list) = list.get() {
            list.rows.iter().for_each(|row| numbers.count(row.standing));
        }
        numbers
    });
    let one = move |kind: ReportShow| {
        view! {
            <button
                type="button"
                aria-pressed=move || (kind_of(query) == kind).to_string()
                on:click=move |_| query.set(&[(SHOW, name_of(kind))])
            >
                {say(show_text(kind))}" "<b>{move || grouped(numbers.read().of(kind))}</b>
            </button>
        }
    };
    view! {
        <div class="bar report-filters">
            <div class="segments" role="group" aria-label=say(words::SHOW)>{ReportShow::ALL.map(one)}</div>
        </div>
    }
    .into_any()
}
