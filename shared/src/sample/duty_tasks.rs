//! The duty tasks of the sample programme as they stand on its demonstration date (section 14).

use super::SampleProgramme;
use crate::{
    duties::{DutyFacts, owner_text, planned_tasks, reconcile},
    exact::{Month, Period},
    model::{DutyEvent, DutyTask},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;

/// Every task of the sample programme on its demonstration date. What was confirmed was sent on its due date.
pub fn duty_tasks(sample: &SampleProgramme) -> Vec<DutyTask> {
    let today = sample.programme.demonstration_date.unwrap_or_default();
    let facts = DutyFacts { programme: &sample.programme, dossiers: &sample.dossiers };
    let mut tasks = reconcile(&[], planned_tasks(facts, today)).made;
    for task in &mut tasks {
        stand(task, today);
        task.version = 1;
    }
    tasks
}

fn stand(task: &mut DutyTask, today: NaiveDate) {
    let third_quarter = Some(Period::Quarter(2022, 3));
    let september = Month::new(2022, 9).map(Period::Month);
    let Some(due) = task.due.filter(|due| *due <= today) else { return };
    let sent = |task: &mut DutyTask, status| happened(task, due, status, "");
    match task.duty.as_str() {
        "07.2" => {}
        "16.5" if task.period == september => {}
        "11.2" => {
            sent(task, TaskStatus::Submitted);
            let by = owner_text("01").map_or("", |text| text.zh);
            task.history.push(event(due.succ_opt().unwrap_or(due), by, TaskStatus::Returned, "照片不清"));
            task.status = TaskStatus::Returned;
        }
        "03.3" if task.period == third_quarter => sent(task, TaskStatus::Submitted),
        _ => {
            sent(task, TaskStatus::Submitted);
            happened(task, due, TaskStatus::Confirmed, "");
        }
    }
}

pub(super) fn happened(task: &mut DutyTask, on: NaiveDate, status: TaskStatus, said: &str) {
    let owner = owner_text(&task.owner).map_or_else(|| task.owner.clone(), |text| text.zh.to_owned());
    let by = if status == TaskStatus::Submitted { owner.as_str() } else { "领导小组办公室" };
    task.history.push(event(on, by, status, said));
    task.status = status;
    if status == TaskStatus::Submitted {
        task.report = "样例：已按要求办理。".to_owned();
        task.submitter = Some(owner);
        task.first_submitted_on = task.first_submitted_on.or(Some(on));
        task.submitted_on = Some(on);
    }
}

pub(super) fn event(on: NaiveDate, by: &str, status: TaskStatus, said: &str) -> DutyEvent {
    DutyEvent { on, by: by.to_owned(), status, said: said.to_owned(), evidence: Vec::new() }
}
