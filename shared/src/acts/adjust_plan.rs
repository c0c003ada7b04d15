//! 调整 of an annual plan that was 下达: other figures, with date, document number and reason. R-31 stops it.

use super::{
    Act, Decision, PlanFacts, PlanFigures, fiscal_findings,
    plan::{malformed_figures, malformed_step, stepped},
};
use crate::{finding::Finding, language::Text, model::AnnualPlan, policy::stages::PlanStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 调整年度计划
#[derive(Clone, Copy, Debug)]
pub struct AdjustPlan;

/// What a plan says from now on, and on which paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanAdjustment {
    /// The new figures.
    pub figures: PlanFigures,
    /// 调整日期
    pub date: NaiveDate,
    /// 文号
    pub doc_no: String,
    /// Why it is adjusted.
    pub reason: String,
}

impl Act for AdjustPlan {
    const NAME: &'static str = "adjust_plan";
    const TITLE: Text = Text::new("调整年度计划", "Adjust the annual plan");
    type Request = PlanAdjustment;
    type Facts = PlanFacts;
    type Changes = AnnualPlan;

    fn decide(
        facts: &PlanFacts,
        request: &PlanAdjustment,
        today: NaiveDate,
    ) -> Result<Decision<AnnualPlan>, Vec<Finding>> {
        let plan = facts.plan_that_is(&[PlanStatus::Issued, PlanStatus::Adjusted], "plan_not_issued")?;
        let mut stops = malformed_figures(&request.figures);
        stops.extend(malformed_step(request.date, Some(&request.doc_no), Some(&request.reason), today));
        if plan.issued_on.is_some_and(|issued| request.date < issued) {
            stops.push(Finding::malformed("date", "before_issue"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let found = fiscal_findings(&facts.programme, plan.year, today);
        if !found.is_empty() {
            return Err(found);
        }
        let adjusted = stepped(plan, PlanStatus::Adjusted, request.date, &request.doc_no, &request.reason);
        Ok(Decision { changes: request.figures.into_plan(adjusted), warnings: Vec::new() })
    }
}
