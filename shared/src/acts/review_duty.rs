//! The office confirms a task, or returns it and says what is missing.

use super::{
    Act, Decision,
    duty::{TaskFacts, too_long},
};
use crate::{finding::Finding, language::Text, model::DutyTask, policy::stages::TaskStatus, vocabulary::vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 审核职责事项
#[derive(Clone, Copy, Debug)]
pub struct ReviewDuty;

vocabulary! {
    /// What the office says of a task.
    Verdict {
        Accept = "通过", "accept";
        Return = "退回", "return";
    }
}

/// What the office says of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyReview {
    /// 通过 or 退回.
    pub verdict: Verdict,
    /// What is missing; must be said when it is returned.
    #[serde(default)]
    pub said: String,
}

impl Act for ReviewDuty {
    const NAME: &'static str = "review_duty";
    const TITLE: Text = Text::new("审核职责事项", "Review a duty");
    type Request = DutyReview;
    type Facts = TaskFacts;
    type Changes = DutyTask;

    fn decide(facts: &TaskFacts, request: &DutyReview, today: NaiveDate) -> Result<Decision<DutyTask>, Vec<Finding>> {
        let status = match request.verdict {
            Verdict::Accept => TaskStatus::Confirmed,
            Verdict::Return => TaskStatus::Returned,
        };
        let mut stops = too_long("said", &request.said);
        // What was closed wrongly can be returned; only what was sent can be confirmed.
        let fits = match request.verdict {
            Verdict::Accept => facts.task.status == TaskStatus::Submitted,
            Verdict::Return => {
                matches!(facts.task.status, TaskStatus::Submitted | TaskStatus::Confirmed | TaskStatus::NotConcerned)
            }
        };
        if !fits {
            stops.push(Finding::malformed("status", "not_sent"));
        }
        if request.verdict == Verdict::Return && request.said.trim().is_empty() {
            stops.push(Finding::malformed("said", "what_is_missing"));
        }
        stops.extend(facts.closing(status, facts.task.evidence.len(), ""));
        if !stops.is_empty() {
            return Err(stops);
        }
        Ok(Decision { changes: facts.going_on(status, &request.said, &[], today), warnings: Vec::new() })
    }
}
