//! What the acts on a duty task have in common: who acts on what, and how a task goes on.

use crate::{
    duties::{Listed, listed},
    finding::Finding,
    model::{DutyEvent, DutyTask, Evidence, Role},
    policy::{duties::Frequency, stages::TaskStatus},
    rules::r53_closing_a_duty::{self, TaskChange},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The longest text of a task, in characters.
const LONGEST_TEXT: usize = 4000;
/// The most files of one task.
const MOST_FILES: usize = 50;

/// Who acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// Name of the account.
    pub user: String,
    /// The post or unit, as the audit log names it.
    pub display: String,
    /// What the account may do.
    pub role: Role,
}

/// What the acts on a task rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskFacts {
    /// The task.
    pub task: DutyTask,
    /// Files of its unit, those of other tasks too: one file may serve several.
    pub evidence: Vec<Evidence>,
    /// Who acts.
    pub actor: Actor,
}

impl TaskFacts {
    /// Whether a month without events may be closed by one word (零报告).
    pub fn may_report_nothing(&self) -> bool {
        listed(&self.task.duty).map(Listed::frequency) == Some(Frequency::Month)
    }

    /// What can't be read in what a unit enters: a text that is too long, a file that is not there.
    pub(super) fn malformed_entry(&self, report: &str, evidence: &[Uuid]) -> Vec<Finding> {
        let mut found = too_long("report", report);
        let mut seen = BTreeSet::new();
        for (index, id) in evidence.iter().enumerate() {
            if !self.evidence.iter().any(|known| known.id == *id) {
                found.push(Finding::malformed(format!("evidence/{index}"), "unknown_evidence"));
            } else if !seen.insert(id) {
                found.push(Finding::malformed(format!("evidence/{index}"), "repeated_id"));
            }
        }
        if evidence.len() > MOST_FILES {
            found.push(Finding::malformed("evidence", "too_many_files"));
        }
        found
    }

    /// What stops the unit: a task that was confirmed stays as it is.
    pub(super) fn closed(&self) -> Vec<Finding> {
        match self.task.status {
            TaskStatus::Confirmed => vec![Finding::malformed("status", "already_confirmed")],
            _ => Vec::new(),
        }
    }

    /// What R-53 says of a change to this status.
    pub(super) fn closing(&self, status: TaskStatus, evidence: usize, reason: &str) -> Vec<Finding> {
        r53_closing_a_duty::check(&TaskChange {
            status,
            evidence,
            reason,
            by: Some(self.actor.role),
            submitter: self.task.submitter.as_deref(),
            reviewer: Some(&self.actor.user),
        })
    }

    /// The task as it goes on: with a new status, and what was said in its history.
    pub(super) fn going_on(&self, status: TaskStatus, said: &str, evidence: &[Uuid], today: NaiveDate) -> DutyTask {
        let mut task = DutyTask { status, ..self.task.clone() };
        task.history.push(DutyEvent {
            on: today,
            by: self.actor.display.clone(),
            status,
            said: said.trim().to_owned(),
            evidence: evidence.to_vec(),
        });
        task
    }

    /// The same, sent by the unit today.
    pub(super) fn sent(&self, status: TaskStatus, said: &str, evidence: &[Uuid], today: NaiveDate) -> DutyTask {
        DutyTask {
            submitter: Some(self.actor.user.clone()),
            first_submitted_on: self.task.first_submitted_on.or(Some(today)),
            submitted_on: Some(today),
            ..self.going_on(status, said, evidence, today)
        }
    }
}

/// A text that no form holds.
pub(super) fn too_long(path: &str, text: &str) -> Vec<Finding> {
    if text.chars().count() > LONGEST_TEXT { vec![Finding::malformed(path, "too_long")] } else { Vec::new() }
}
