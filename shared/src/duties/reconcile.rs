//! What has to change so that the tasks which are there become those that ought to be.

use super::PlannedTask;
use crate::{model::DutyTask, policy::stages::TaskStatus};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What has to change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskChanges {
    /// Tasks to be made.
    pub made: Vec<DutyTask>,
    /// Open tasks whose due date or owner is another one now.
    pub moved: Vec<DutyTask>,
}

impl TaskChanges {
    /// Whether everything is as it ought to be.
    pub const fn is_empty(&self) -> bool {
        self.made.is_empty() && self.moved.is_empty()
    }
}

/// Compares what is there with what ought to be. What a unit has closed or sent stays as it was; a task that nothing
/// asks for any more stays too, and its unit says 不涉及.
pub fn reconcile(existing: &[DutyTask], planned: Vec<PlannedTask>) -> TaskChanges {
    let there: BTreeMap<Uuid, &DutyTask> = existing.iter().map(|task| (task.id, task)).collect();
    let mut changes = TaskChanges::default();
    for plan in planned {
        match there.get(&plan.id) {
            None => changes.made.push(made(plan)),
            Some(task) if !stands_as_planned(task, &plan) => {
                changes.moved.push(DutyTask { due: plan.due, owner: plan.owner, ..(*task).clone() });
            }
            Some(_) => {}
        }
    }
    changes
}

/// Whether nothing about a task has to change: its status, due date and owner are all that is looked at.
pub fn stands_as_planned(task: &DutyTask, plan: &PlannedTask) -> bool {
    !is_open(task.status) || (task.due == plan.due && task.owner == plan.owner)
}

const fn is_open(status: TaskStatus) -> bool {
    matches!(status, TaskStatus::Open | TaskStatus::InHand | TaskStatus::Returned)
}

fn made(plan: PlannedTask) -> DutyTask {
    DutyTask {
        id: plan.id,
        duty: plan.duty.to_owned(),
        owner: plan.owner,
        period: plan.period,
        project_community: plan.project_community,
        created_on: Some(plan.created_on),
        due: plan.due,
        ..DutyTask::default()
    }
}
