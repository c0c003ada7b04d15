//! 下达 of an annual plan, with date and document number (section 7). R-31 stops it.

use super::{
    Act, Decision, PlanFacts, fiscal_findings,
    plan::{malformed_step, stepped},
};
use crate::{finding::Finding, language::Text, model::AnnualPlan, policy::stages::PlanStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 下达年度计划
#[derive(Clone, Copy, Debug)]
pub struct IssuePlan;

/// When a plan was issued, and under which number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanIssue {
    /// 下达日期
    pub date: NaiveDate,
    /// 文号
    pub doc_no: String,
}

impl Act for IssuePlan {
    const NAME: &'static str = "issue_plan";
    const TITLE: Text = Text::new("下达年度计划", "Issue the annual plan");
    type Request = PlanIssue;
    type Facts = PlanFacts;
    type Changes = AnnualPlan;

    fn decide(facts: &PlanFacts, request: &PlanIssue, today: NaiveDate) -> Result<Decision<AnnualPlan>, Vec<Finding>> {
        let plan = facts.plan_that_is(&[PlanStatus::Submitted], "plan_not_submitted")?;
        let mut stops = malformed_step(request.date, Some(&request.doc_no), None, today);
        if plan.submitted_on().is_some_and(|submitted| request.date < submitted) {
            stops.push(Finding::malformed("date", "before_submission"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let found = fiscal_findings(&facts.programme, plan.year, today);
        if !found.is_empty() {
            return Err(found);
        }
        let issued = stepped(plan, PlanStatus::Issued, request.date, &request.doc_no, "");
        let changes = AnnualPlan { issued_on: Some(request.date), doc_no: request.doc_no.trim().to_owned(), ..issued };
        Ok(Decision { changes, warnings: Vec::new() })
    }
}
