//! Saving what a unit has so far: text and files of a task, before it is sent.

use super::{Act, Decision, duty::TaskFacts};
use crate::{finding::Finding, language::Text, model::DutyTask, policy::stages::TaskStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 保存办理情况
#[derive(Clone, Copy, Debug)]
pub struct SaveDuty;

/// What a unit has so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyEntry {
    /// 办理情况
    pub report: String,
    /// 佐证材料, by identity, in order; those left out are no longer of this task.
    pub evidence: Vec<Uuid>,
}

impl Act for SaveDuty {
    const NAME: &'static str = "save_duty";
    const TITLE: Text = Text::new("保存办理情况", "Save what was done");
    type Request = DutyEntry;
    type Facts = TaskFacts;
    type Changes = DutyTask;

    fn decide(facts: &TaskFacts, request: &DutyEntry, _: NaiveDate) -> Result<Decision<DutyTask>, Vec<Finding>> {
        let mut stops = facts.closed();
        stops.extend(facts.malformed_entry(&request.report, &request.evidence));
        if facts.task.status == TaskStatus::Submitted {
            stops.push(Finding::malformed("status", "already_sent"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let status = match facts.task.status {
            TaskStatus::Returned => TaskStatus::Returned,
            _ => TaskStatus::InHand,
        };
        let changes = DutyTask {
            status,
            reason: String::new(),
            report: request.report.trim().to_owned(),
            evidence: request.evidence.clone(),
            ..facts.task.clone()
        };
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
