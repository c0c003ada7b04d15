//! How a task stands on a day, in the words of lists and counts.

use super::planned::began;
use crate::{
    model::{DutyTask, Programme},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;

/// How a task stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyStanding {
    /// 逾期: due before the day and neither sent nor closed, for so many days.
    Overdue(i64),
    /// Open, and due in so many days; 0 is the day itself.
    DueIn(i64),
    /// Open without a due date.
    Open,
    /// Sent, and waiting for the office.
    Sent,
    /// 审核通过
    Accepted,
    /// 不涉及
    NotInvolved,
}

/// How a task stands.
pub fn standing(task: &DutyTask, programme: &Programme, today: NaiveDate) -> DutyStanding {
    match task.status {
        TaskStatus::Confirmed => DutyStanding::Accepted,
        TaskStatus::NotConcerned => DutyStanding::NotInvolved,
        TaskStatus::Submitted => DutyStanding::Sent,
        TaskStatus::Open | TaskStatus::InHand | TaskStatus::Returned => match task.due {
            Some(due) if due < today && due >= began(programme, today) => {
                DutyStanding::Overdue((today - due).num_days())
            }
            Some(due) if due >= today => DutyStanding::DueIn((due - today).num_days()),
            Some(_) | None => DutyStanding::Open,
        },
    }
}

/// Whether a task counts among those that were due by a day: due in the programme's time, and not 不涉及.
pub fn counts_as_due(task: &DutyTask, programme: &Programme, by: NaiveDate) -> bool {
    task.status != TaskStatus::NotConcerned && task.due.is_some_and(|due| due <= by && due >= began(programme, by))
}
