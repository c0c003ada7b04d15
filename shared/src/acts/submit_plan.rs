//! 上报 of an annual plan. R-31 stops it: what the county can't bear is not asked for.

use super::{
    Act, Decision, PlanFacts, PlanFigures, fiscal_findings,
    plan::{malformed_step, stepped},
};
use crate::{finding::Finding, language::Text, model::AnnualPlan, plans::PlanStanding, policy::stages::PlanStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 上报年度计划
#[derive(Clone, Copy, Debug)]
pub struct SubmitPlan;

/// When a plan was sent up, and under which number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanSubmission {
    /// 上报日期
    pub date: NaiveDate,
    /// 文号, when there is one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc_no: String,
}

impl Act for SubmitPlan {
    const NAME: &'static str = "submit_plan";
    const TITLE: Text = Text::new("上报年度计划", "Submit the annual plan");
    type Request = PlanSubmission;
    type Facts = PlanFacts;
    type Changes = AnnualPlan;

    fn decide(
        facts: &PlanFacts,
        request: &PlanSubmission,
        today: NaiveDate,
    ) -> Result<Decision<AnnualPlan>, Vec<Finding>> {
        let plan = facts.plan_that_is(&[PlanStatus::Draft], "plan_not_draft")?;
        let doc_no = Some(request.doc_no.as_str()).filter(|doc_no| !doc_no.is_empty());
        let mut stops = malformed_step(request.date, doc_no, None, today);
        let has_figures = PlanFigures::of(plan) != PlanFigures::default();
        if !has_figures && PlanStanding::members(&facts.programme, plan.year).next().is_none() {
            stops.push(Finding::malformed("figures", "plan_is_empty"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let found = fiscal_findings(&facts.programme, plan.year, today);
        if !found.is_empty() {
            return Err(found);
        }
        let changes = stepped(plan, PlanStatus::Submitted, request.date, &request.doc_no, "");
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
