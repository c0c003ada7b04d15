//! Duties as the indicators read them: sums by unit and month, so that years of tasks stay small, and the tasks that are
//! overdue, the oldest first.

use crate::{
    duties::{DutyStanding, counts_as_due, listed, standing},
    exact::Month,
    model::{DutyTask, Programme},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The duties of a programme on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct DutyFacts {
    /// Tasks by unit and the month in which they were due, by unit and month.
    pub tallies: Vec<DutyTally>,
    /// Tasks of annex 2 that are overdue, the oldest first, no more than twenty.
    pub overdue: Vec<OverdueDuty>,
}

/// The tasks of a unit that were due in a month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyTally {
    /// The unit, by code, or the name of another body.
    pub owner: String,
    /// The month of their due dates.
    pub month: Option<Month>,
    /// Whether they are 正文派生.
    pub derived: bool,
    /// 应办
    pub counts: DutyCounts,
}

/// Numbers of tasks that were due by a day, 不涉及 left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyCounts {
    /// 应办
    pub due: i64,
    /// 已办结: confirmed by the office.
    pub done: i64,
    /// Confirmed, and first sent by the due date.
    pub on_time: i64,
    /// 逾期: neither sent nor closed.
    pub overdue: i64,
}

/// A task that is overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OverdueDuty {
    /// `07.2`
    pub duty: String,
    /// The unit, by code.
    pub owner: String,
    /// 办理时限
    pub due: NaiveDate,
}

impl DutyCounts {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            due: self.due + other.due,
            done: self.done + other.done,
            on_time: self.on_time + other.on_time,
            overdue: self.overdue + other.overdue,
        }
    }

    /// So many times.
    const fn times(self, many: i64) -> Self {
        Self {
            due: self.due * many,
            done: self.done * many,
            on_time: self.on_time * many,
            overdue: self.overdue * many,
        }
    }

    /// One task; none when it does not count.
    pub fn of(task: &DutyTask, programme: &Programme, as_of: NaiveDate) -> Option<Self> {
        if !counts_as_due(task, programme, as_of) {
            return None;
        }
        let done = task.status == TaskStatus::Confirmed;
        let on_time = done && task.first_submitted_on.zip(task.due).is_some_and(|(sent, due)| sent <= due);
        let overdue = matches!(standing(task, programme, as_of), DutyStanding::Overdue(_));
        Some(Self { due: 1, done: i64::from(done), on_time: i64::from(on_time), overdue: i64::from(overdue) })
    }
}

impl DutyFacts {
    /// How many overdue tasks the figures name.
    pub const NAMED: u64 = 20;

    /// The sums over tasks on a day.
    pub fn of<'a>(tasks: impl IntoIterator<Item = &'a DutyTask>, programme: &Programme, as_of: NaiveDate) -> Self {
        Self::of_many(tasks.into_iter().map(|task| (task, 1)), programme, as_of)
    }

    /// The sums over tasks of which some stand for several alike: same unit, duty and month, same standing.
    pub fn of_many<'a>(
        tasks: impl IntoIterator<Item = (&'a DutyTask, i64)>,
        programme: &Programme,
        as_of: NaiveDate,
    ) -> Self {
        let mut sums = BTreeMap::<(&str, Option<Month>, bool), DutyCounts>::new();
        let mut overdue = Vec::new();
        for (task, alike) in tasks {
            let Some(counts) = DutyCounts::of(task, programme, as_of) else { continue };
            let derived = listed(&task.duty).is_some_and(|duty| duty.is_derived());
            let sum = sums.entry((&task.owner, task.due.map(Month::of), derived)).or_default();
            *sum = sum.plus(counts.times(alike));
            if let Some(due) = task.due.filter(|_| counts.overdue > 0 && !derived) {
                overdue.push(OverdueDuty { duty: task.duty.clone(), owner: task.owner.clone(), due });
            }
        }
        overdue.sort_by(|a, b| (a.due, &a.duty, &a.owner).cmp(&(b.due, &b.duty, &b.owner)));
        overdue.truncate(usize::try_from(Self::NAMED).unwrap_or(usize::MAX));
        let tallies = sums
            .into_iter()
            .map(|((owner, month, derived), counts)| DutyTally { owner: owner.to_owned(), month, derived, counts })
            .collect();
        Self { tallies, overdue }
    }
}
