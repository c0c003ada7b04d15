//! A unit says that a task doesn't concern it, and why; a month without events is a 零报告.

use super::{
    Act, Decision,
    duty::{TaskFacts, too_long},
};
use crate::{finding::Finding, language::Text, model::DutyTask, policy::stages::TaskStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 报不涉及
#[derive(Clone, Copy, Debug)]
pub struct WaiveDuty;

/// The reason of a 零报告 (section 8).
pub const NOTHING_THIS_MONTH: &str = "本月无此事项";

/// Why a task doesn't concern its unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyWaiver {
    /// 理由
    pub reason: String,
}

impl Act for WaiveDuty {
    const NAME: &'static str = "waive_duty";
    const TITLE: Text = Text::new("报不涉及", "Report as not concerned");
    type Request = DutyWaiver;
    type Facts = TaskFacts;
    type Changes = DutyTask;

    fn decide(facts: &TaskFacts, request: &DutyWaiver, today: NaiveDate) -> Result<Decision<DutyTask>, Vec<Finding>> {
        let mut stops = facts.closed();
        stops.extend(too_long("reason", &request.reason));
        stops.extend(facts.closing(TaskStatus::NotConcerned, 0, &request.reason));
        if request.reason.trim() == NOTHING_THIS_MONTH && !facts.may_report_nothing() {
            stops.push(Finding::malformed("reason", "no_monthly_duty"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let reason = request.reason.trim();
        let changes =
            DutyTask { reason: reason.to_owned(), ..facts.sent(TaskStatus::NotConcerned, reason, &[], today) };
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
