//! The annual plan (年度改造计划): what the acts on it have in common. 拟定 → 上报 → 下达 → 调整; what was 上报 may go back to
//! 拟定, with a reason.

use super::{duty::too_long, save_funding::LARGEST_AMOUNT};
use crate::{
    exact::{Area, Money},
    finding::{Finding, Gate},
    indicators::ProgrammeFacts,
    model::{AnnualPlan, PlanEvent},
    plans::PlanStanding,
    policy::stages::PlanStatus,
    rules::r31_fiscal_capacity::{self, YearPlan},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the acts on a plan rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFacts {
    /// The programme with all its plans, and at least the communities of this plan's year.
    pub programme: ProgrammeFacts,
    /// Identity of the plan; there may be none yet.
    pub plan: Uuid,
}

impl PlanFacts {
    /// The plan, when it is there.
    pub fn plan(&self) -> Option<&AnnualPlan> {
        self.programme.plans.iter().find(|plan| plan.id == self.plan)
    }

    /// The plan, in one of these statuses.
    pub(super) fn plan_that_is(&self, statuses: &[PlanStatus], why: &'static str) -> Result<&AnnualPlan, Vec<Finding>> {
        let plan = self.plan().filter(|plan| statuses.contains(&plan.status));
        plan.ok_or_else(|| vec![Finding::malformed("status", why)])
    }
}

/// What a plan says in figures; all of them are of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanFigures {
    /// Communities to be started.
    pub starts: i64,
    /// Buildings to be started.
    pub start_buildings: i64,
    /// Households to be started.
    pub start_households: i64,
    /// Floor area to be started, in hundredths of ㎡.
    pub start_area: Area,
    /// Communities to be completed.
    pub completions: i64,
    /// Buildings to be completed.
    pub completion_buildings: i64,
    /// Households to be completed.
    pub completion_households: i64,
    /// Floor area to be completed, in hundredths of ㎡.
    pub completion_area: Area,
    /// Investment, in fen.
    pub invest: Money,
}

impl PlanFigures {
    /// The figures of a plan.
    pub const fn of(plan: &AnnualPlan) -> Self {
        Self {
            starts: plan.planned_starts,
            start_buildings: plan.planned_start_buildings,
            start_households: plan.planned_households,
            start_area: plan.planned_area,
            completions: plan.planned_completions,
            completion_buildings: plan.planned_completion_buildings,
            completion_households: plan.planned_completion_households,
            completion_area: plan.planned_completion_area,
            invest: plan.planned_invest,
        }
    }

    /// A plan with these figures.
    pub(super) fn into_plan(self, plan: AnnualPlan) -> AnnualPlan {
        AnnualPlan {
            planned_starts: self.starts,
            planned_start_buildings: self.start_buildings,
            planned_households: self.start_households,
            planned_area: self.start_area,
            planned_completions: self.completions,
            planned_completion_buildings: self.completion_buildings,
            planned_completion_households: self.completion_households,
            planned_completion_area: self.completion_area,
            planned_invest: self.invest,
            ..plan
        }
    }

    /// Each figure with its name in a request.
    fn each(&self) -> [(&'static str, i64); 9] {
        [
            ("starts", self.starts),
            ("start_buildings", self.start_buildings),
            ("start_households", self.start_households),
            ("start_area", self.start_area.hundredths()),
            ("completions", self.completions),
            ("completion_buildings", self.completion_buildings),
            ("completion_households", self.completion_households),
            ("completion_area", self.completion_area.hundredths()),
            ("invest", self.invest.fen()),
        ]
    }
}

/// What no plan can hold: a figure below 0, or beyond what JSON keeps exactly. Paths are `figures/NAME`.
pub fn malformed_figures(figures: &PlanFigures) -> Vec<Finding> {
    let mut found = Vec::new();
    for (name, figure) in figures.each() {
        let path = format!("figures/{name}");
        if figure < 0 {
            found.push(Finding::malformed(path, "below_zero"));
        } else if figure > LARGEST_AMOUNT.fen() {
            found.push(Finding::malformed(path, "figure_too_large"));
        }
    }
    found
}

/// What R-31 says of the plan of a year at its own gate (G1): over all communities that were entered into it.
pub fn fiscal_findings(facts: &ProgrammeFacts, year: i32, today: NaiveDate) -> Vec<Finding> {
    let counted = PlanStanding::counted(facts, year);
    let counted: Vec<(&str, Money)> = counted.iter().map(|(funding, sum)| (funding.as_str(), *sum)).collect();
    let plan = YearPlan { year, counted: &counted, capacity: facts.programme.fiscal_capacity(year) };
    r31_fiscal_capacity::check(&plan, Gate::G1, &facts.programme.settings, today)
}

/// What is wrong with the day and the number of a step.
pub(super) fn malformed_step(
    date: NaiveDate,
    doc_no: Option<&str>,
    reason: Option<&str>,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if date > today {
        found.push(Finding::malformed("date", "day_to_come"));
    }
    for (path, text) in [("doc_no", doc_no), ("reason", reason)] {
        let Some(text) = text else { continue };
        if text.trim().is_empty() {
            found.push(Finding::malformed(path, "missing_field"));
        }
        found.extend(too_long(path, text));
    }
    found
}

/// The plan one step on.
pub(super) fn stepped(
    plan: &AnnualPlan,
    status: PlanStatus,
    date: NaiveDate,
    doc_no: &str,
    reason: &str,
) -> AnnualPlan {
    let mut plan = AnnualPlan { status, ..plan.clone() };
    let (doc_no, reason) = (doc_no.trim().to_owned(), reason.trim().to_owned());
    plan.events.push(PlanEvent { status, date: Some(date), doc_no, reason });
    plan
}
