//! How far a task is, drawn from the seed and its identity: the order in which tasks are made means nothing.

use crate::{
    model::DutyTask,
    policy::stages::TaskStatus,
    sample::{
        duty_tasks::{event, happened},
        random::Seeded,
    },
};
use chrono::{Days, NaiveDate};

/// For so many days after its due date a task may well still be in hand.
const RECENT: i64 = 60;

/// Of a thousand tasks that were due: so many are open, returned, sent, and not concerned; the rest is confirmed.
struct OfThousand {
    open: u64,
    returned: u64,
    sent: u64,
    not_concerned: u64,
}

const LATELY: OfThousand = OfThousand { open: 60, returned: 20, sent: 80, not_concerned: 20 };
const LONG_AGO: OfThousand = OfThousand { open: 3, returned: 1, sent: 1, not_concerned: 20 };
/// Of a thousand that were sent: so many were late.
const LATE: u64 = 70;

/// Gives a task its state on a day.
pub(super) fn draw(task: &mut DutyTask, today: NaiveDate, seed: u64) {
    let (_, low) = task.id.as_u64_pair();
    let mut random = Seeded::new(seed ^ low);
    let Some(due) = task.due.filter(|due| *due <= today) else {
        if random.once_in(5) {
            task.status = TaskStatus::InHand;
        }
        return;
    };
    let of = if (today - due).num_days() <= RECENT { LATELY } else { LONG_AGO };
    let lot = random.number() % 1000;
    if lot < of.open {
        return;
    }
    let sent_on = sent_on(task.created_on, due, today, &mut random);
    if lot < of.open + of.not_concerned {
        task.reason = "本期无此事项".to_owned();
        happened(task, sent_on, TaskStatus::NotConcerned, "");
        return;
    }
    happened(task, sent_on, TaskStatus::Submitted, "");
    if lot < of.open + of.not_concerned + of.sent {
        return;
    }
    let judged_on = sent_on.checked_add_days(Days::new(random.number() % 6)).map_or(today, |day| day.min(today));
    if lot < of.open + of.not_concerned + of.sent + of.returned {
        task.history.push(event(judged_on, "领导小组办公室", TaskStatus::Returned, "材料不全"));
        task.status = TaskStatus::Returned;
    } else {
        happened(task, judged_on, TaskStatus::Confirmed, "");
    }
}

/// Most are sent in the last days before they are due, a few late; never before the task was there or after the day.
fn sent_on(made_on: Option<NaiveDate>, due: NaiveDate, today: NaiveDate, random: &mut Seeded) -> NaiveDate {
    let is_late = random.number() % 1000 < LATE;
    let days = Days::new(random.number() % 10 + u64::from(is_late));
    let day = if is_late { due.checked_add_days(days) } else { due.checked_sub_days(days) };
    day.unwrap_or(due).max(made_on.unwrap_or(due).min(due)).min(today)
}
