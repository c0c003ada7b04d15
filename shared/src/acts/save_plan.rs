//! Making the plan of a year, and changing its figures while it is 拟定.

use super::{Act, Decision, PlanFacts, PlanFigures, fiscal_findings, plan::malformed_figures};
use crate::{
    finding::Finding,
    language::Text,
    model::AnnualPlan,
    policy::{
        parameters::{PROGRAMME_YEAR_FROM, PROGRAMME_YEAR_TO},
        stages::PlanStatus,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 编制年度计划
#[derive(Clone, Copy, Debug)]
pub struct SavePlan;

/// The figures of a year's plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanSheet {
    /// 年度
    pub year: i32,
    /// The figures.
    pub figures: PlanFigures,
}

impl Act for SavePlan {
    const NAME: &'static str = "save_plan";
    const TITLE: Text = Text::new("编制年度计划", "Save the annual plan");
    type Request = PlanSheet;
    type Facts = PlanFacts;
    type Changes = AnnualPlan;

    fn decide(facts: &PlanFacts, request: &PlanSheet, today: NaiveDate) -> Result<Decision<AnnualPlan>, Vec<Finding>> {
        let mut stops = malformed_figures(&request.figures);
        let known = facts.plan();
        match known {
            Some(plan) if plan.status != PlanStatus::Draft => {
                stops.push(Finding::malformed("status", "plan_not_draft"))
            }
            Some(plan) if plan.year != request.year => stops.push(Finding::malformed("year", "plan_year_stays")),
            Some(_) => {}
            None => stops.extend(new_plan(facts, request.year, today)),
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let fresh = || AnnualPlan { id: facts.plan, year: request.year, batch: 1, ..AnnualPlan::default() };
        let plan = request.figures.into_plan(known.cloned().unwrap_or_else(fresh));
        Ok(Decision { changes: plan, warnings: fiscal_findings(&facts.programme, request.year, today) })
    }
}

/// What is wrong with a plan that is to be made.
fn new_plan(facts: &PlanFacts, year: i32, today: NaiveDate) -> Vec<Finding> {
    let settings = &facts.programme.programme.settings;
    let years = settings.get(PROGRAMME_YEAR_FROM, today)..=settings.get(PROGRAMME_YEAR_TO, today);
    let mut stops = Vec::new();
    if facts.plan.is_nil() {
        stops.push(Finding::malformed("id", "repeated_id"));
    }
    if !years.contains(&i64::from(year)) {
        stops.push(Finding::malformed("year", "year_outside"));
    }
    if facts.programme.plans.iter().any(|plan| plan.year == year) {
        stops.push(Finding::malformed("year", "plan_of_year_exists"));
    }
    stops
}
