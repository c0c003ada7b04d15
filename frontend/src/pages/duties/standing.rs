//! How a task of a list stands: its deadline and its state as a page shows them; their words are the domain's.

pub(crate) use crate::naming::owner;
use crate::session::session;
use anju_domain::{
    api::DutyRow,
    duties::DutyStanding,
    exact::Month,
    language::Language,
    lists::duties as list,
    model::Programme,
    policy::stages::TaskStatus,
    words::{duties as words, quantities},
};
pub(super) use list::{basis, occasion, wanted};
pub(crate) use list::{matter, subject};

use leptos::prelude::*;

/// How a task stands on the day of the programme.
fn standing_of(row: &DutyRow) -> Option<DutyStanding> {
    let view = session().view_untracked()?;
    let head = view.programme.as_ref();
    let active_from = head.and_then(|head| head.active_from.or_else(|| Month::new(head.year_from, 1)));
    Some(list::standing_of(row, &Programme { active_from, ..Programme::default() }, view.today))
}

/// What is left of its time or what has become of it, in words, and whether that is bad.
pub(crate) fn left(row: &DutyRow, language: Language) -> Option<(String, bool)> {
    standing_of(row).and_then(|standing| list::time_left(row, standing, language))
}

/// 办理时限 with what is left of it.
pub(super) fn deadline(row: &DutyRow, language: Language) -> impl IntoView + use<> {
    let date = row.due.map_or_else(|| words::NO_DUE.get(language).to_owned(), |due| quantities::date(language, due));
    let left = left(row, language).map(|(left, bad)| view! { <small class:bad=bad>{left}</small> });
    view! { <span class="due-date">{date}</span>{left} }
}

/// Whether its unit still has to do something about it.
pub(super) const fn is_open(status: TaskStatus) -> bool {
    matches!(status, TaskStatus::Open | TaskStatus::InHand | TaskStatus::Returned)
}

/// 状态
pub(super) fn state(status: TaskStatus, language: Language) -> impl IntoView + use<> {
    let done = matches!(status, TaskStatus::Confirmed);
    let warn = matches!(status, TaskStatus::Returned);
    view! { <span class="tag" class:done=done class:warn=warn>{status.shown().get(language)}</span> }
}
