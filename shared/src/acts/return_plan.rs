//! A plan that was 上报 goes back to 拟定, so that it can be changed.

use super::{
    Act, Decision, PlanFacts,
    plan::{malformed_step, stepped},
};
use crate::{finding::Finding, language::Text, model::AnnualPlan, policy::stages::PlanStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 退回年度计划
#[derive(Clone, Copy, Debug)]
pub struct ReturnPlan;

/// Why a plan goes back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanReturn {
    /// Why it goes back.
    pub reason: String,
}

impl Act for ReturnPlan {
    const NAME: &'static str = "return_plan";
    const TITLE: Text = Text::new("退回年度计划", "Return the annual plan");
    type Request = PlanReturn;
    type Facts = PlanFacts;
    type Changes = AnnualPlan;

    fn decide(facts: &PlanFacts, request: &PlanReturn, today: NaiveDate) -> Result<Decision<AnnualPlan>, Vec<Finding>> {
        let plan = facts.plan_that_is(&[PlanStatus::Submitted], "plan_not_submitted")?;
        let stops = malformed_step(today, None, Some(&request.reason), today);
        if !stops.is_empty() {
            return Err(stops);
        }
        let changes = stepped(plan, PlanStatus::Draft, today, "", &request.reason);
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
