//! How a task of a list stands, in words: its deadline, its state, its subject.

use crate::{naming, session::session};
use anju_domain::{
    api::DutyRow,
    duties::{DutyStanding, Listed, listed, owner_text, period_text, standing},
    exact::Month,
    language::Language,
    model::{DutyTask, Programme},
    policy::{clauses, stages::TaskStatus},
    words::{duties as words, fill, quantities},
};
use leptos::prelude::*;

/// How a task stands on the day of the programme.
pub(super) fn standing_of(row: &DutyRow) -> Option<DutyStanding> {
    let view = session().view_untracked()?;
    let active_from = view.programme.as_ref().and_then(|head| Month::new(head.year_from, 1));
    let task = DutyTask { due: row.due, status: row.status, ..DutyTask::default() };
    Some(standing(&task, &Programme { active_from, ..Programme::default() }, view.today))
}

/// What is left of its time or what has become of it, in words, and whether that is bad.
pub(crate) fn left(row: &DutyRow, language: Language) -> Option<(String, bool)> {
    let days = |text, days: i64| fill(text, language, &[("n", &days.to_string())]);
    let sent =
        || row.submitted_on.map(|on| fill(words::SENT_ON, language, &[("date", &quantities::date(language, on))]));
    match standing_of(row)? {
        DutyStanding::Overdue(n) => Some((days(words::OVERDUE, n), true)),
        DutyStanding::DueIn(0) => Some((words::DUE_TODAY.get(language).to_owned(), true)),
        DutyStanding::DueIn(n) => Some((days(words::DAYS_LEFT, n), false)),
        DutyStanding::Sent => Some((sent()?, false)),
        DutyStanding::Accepted | DutyStanding::NotInvolved => Some((words::CLOSED.get(language).to_owned(), false)),
        DutyStanding::Open => None,
    }
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

/// Who answers for a task.
pub(crate) fn owner(code: &str, language: Language) -> String {
    owner_text(code).map_or_else(|| naming::unit(code, language), |text| text.get(language).to_owned())
}

/// 状态
pub(super) fn state(status: TaskStatus, language: Language) -> impl IntoView + use<> {
    let done = matches!(status, TaskStatus::Confirmed);
    let warn = matches!(status, TaskStatus::Returned);
    view! { <span class="tag" class:done=done class:warn=warn>{status.shown().get(language)}</span> }
}

/// `11.2 指导安防设施改造`
pub(crate) fn matter(duty: &str, language: Language) -> String {
    listed(duty).map_or_else(|| duty.to_owned(), |known| format!("{duty} {}", known.title().get(language)))
}

/// The clauses that give it, as people cite them.
pub(super) fn basis(duty: &str, language: Language) -> String {
    let known = listed(duty).map(Listed::clauses).unwrap_or_default();
    clauses::citations(&known.iter().map(String::as_str).collect::<Vec<_>>(), language)
}

/// What shows that it was done.
pub(super) fn wanted(duty: &str, language: Language) -> &'static str {
    listed(duty).map_or(words::EVIDENCE_ANY, Listed::evidence).get(language)
}

/// Its community, or the whole county.
pub(crate) fn subject(community: &str, language: Language) -> String {
    if community.is_empty() { words::WHOLE_COUNTY.get(language).to_owned() } else { community.to_owned() }
}

/// The period or what arose, empty when there is neither.
pub(super) fn occasion(row: &DutyRow, language: Language) -> String {
    row.period.map_or_else(|| row.occasion.clone(), |period| period_text(period, language))
}
