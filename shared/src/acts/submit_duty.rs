//! A unit sends a task to the office, with what shows that it was done.

use super::{Act, Decision, DutyEntry, duty::TaskFacts};
use crate::{finding::Finding, language::Text, model::DutyTask, policy::stages::TaskStatus};
use chrono::NaiveDate;

/// 提交职责事项. A task that was sent may be sent again until the office has looked at it.
#[derive(Clone, Copy, Debug)]
pub struct SubmitDuty;

impl Act for SubmitDuty {
    const NAME: &'static str = "submit_duty";
    const TITLE: Text = Text::new("提交职责事项", "Submit a duty");
    type Request = DutyEntry;
    type Facts = TaskFacts;
    type Changes = DutyTask;

    fn decide(facts: &TaskFacts, request: &DutyEntry, today: NaiveDate) -> Result<Decision<DutyTask>, Vec<Finding>> {
        let mut stops = facts.closed();
        stops.extend(facts.malformed_entry(&request.report, &request.evidence));
        stops.extend(facts.closing(TaskStatus::Submitted, request.evidence.len(), ""));
        if !stops.is_empty() {
            return Err(stops);
        }
        let changes = DutyTask {
            report: request.report.trim().to_owned(),
            reason: String::new(),
            evidence: request.evidence.clone(),
            ..facts.sent(TaskStatus::Submitted, "", &request.evidence, today)
        };
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
