//! Annual plans and adjustments of the scope.

use crate::{
    exact::{Area, Money},
    policy::stages::{CapacityConclusion, PlanStatus},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The plan of a year 「年度改造计划」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct AnnualPlan {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes; a writer names the one it has seen.
    pub version: i64,
    /// 年度
    pub year: i32,
    /// 批次
    pub batch: i64,
    /// 拟定, 上报, 下达 or 调整.
    pub status: PlanStatus,
    /// The day of 下达.
    pub issued_on: Option<NaiveDate>,
    /// 文号 of 下达.
    pub doc_no: String,
    /// Communities to be started.
    pub planned_starts: i64,
    /// Communities to be completed.
    pub planned_completions: i64,
    /// Households to be started.
    pub planned_households: i64,
    /// Floor area to be started.
    pub planned_area: Area,
    /// Investment of the year.
    pub planned_invest: Money,
    /// Buildings to be started.
    #[serde(skip_serializing_if = "is_none_at_all")]
    pub planned_start_buildings: i64,
    /// Buildings to be completed.
    #[serde(skip_serializing_if = "is_none_at_all")]
    pub planned_completion_buildings: i64,
    /// Households to be completed.
    #[serde(skip_serializing_if = "is_none_at_all")]
    pub planned_completion_households: i64,
    /// Floor area to be completed.
    #[serde(skip_serializing_if = "Area::is_zero")]
    pub planned_completion_area: Area,
    /// What was done with it, in order: 上报, 退回, 下达, 调整.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<PlanEvent>,
}

fn is_none_at_all(count: &i64) -> bool {
    *count == 0
}

/// A step in the life of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PlanEvent {
    /// The status to which it came.
    pub status: PlanStatus,
    /// The day of the step.
    pub date: Option<NaiveDate>,
    /// 文号, where the step has one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doc_no: String,
    /// Why, where the step needs a reason.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl AnnualPlan {
    /// The day of 上报: the latest one.
    pub fn submitted_on(&self) -> Option<NaiveDate> {
        self.events.iter().rev().find(|event| event.status == PlanStatus::Submitted).and_then(|event| event.date)
    }

    /// What was done with it, in order. Of a plan that came issued, 下达 is told by its day and document.
    pub fn steps(&self) -> Vec<PlanEvent> {
        let is_told = self.events.iter().any(|event| event.status == PlanStatus::Issued);
        let came_issued = (self.is_issued() && !is_told).then(|| PlanEvent {
            status: PlanStatus::Issued,
            date: self.issued_on,
            doc_no: self.doc_no.clone(),
            reason: String::new(),
        });
        came_issued.into_iter().chain(self.events.iter().cloned()).collect()
    }

    /// Whether the plan is in force: 下达, or 调整 afterwards.
    pub const fn is_issued(&self) -> bool {
        matches!(self.status, PlanStatus::Issued | PlanStatus::Adjusted)
    }
}

/// What the county can bear in a year (财政承受能力评估, clause 5.2b).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct FiscalCapacity {
    /// 年度
    pub year: i32,
    /// 上限: the most that the county may bear in the year.
    pub ceiling: Money,
    /// 县级承担: what the county bears by its own reckoning.
    pub county_borne: Money,
    /// 可承受 or 不可承受.
    pub conclusion: CapacityConclusion,
    /// 文件
    pub doc: String,
}

/// An adjustment of a year's window to the national declaration 「范围调整」 (clause 2.2a).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScopeAdjustment {
    /// The plan year that it adjusts.
    pub plan_year: i32,
    /// The new last day of completion.
    pub cutoff: NaiveDate,
    /// Who issued it.
    #[serde(default)]
    pub issuer: String,
    /// 文号; without it the adjustment is no basis.
    #[serde(default)]
    pub doc_no: Option<String>,
    /// The day of the document.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_came_issued_tells_it_once() {
        let day = NaiveDate::from_ymd_opt(2021, 12, 20);
        let issued =
            PlanEvent { status: PlanStatus::Issued, date: day, doc_no: "1号".to_owned(), reason: String::new() };
        let draft = AnnualPlan::default();
        assert_eq!(draft.steps(), []);
        let mut plan = AnnualPlan {
            status: PlanStatus::Issued,
            issued_on: day,
            doc_no: "1号".to_owned(),
            ..AnnualPlan::default()
        };
        assert_eq!(plan.steps(), std::slice::from_ref(&issued));
        let adjusted = PlanEvent { status: PlanStatus::Adjusted, ..PlanEvent::default() };
        (plan.status, plan.events) = (PlanStatus::Adjusted, vec![adjusted.clone()]);
        assert_eq!(plan.steps(), [issued.clone(), adjusted.clone()]);
        plan.events = vec![issued.clone(), adjusted.clone()];
        assert_eq!(plan.steps(), [issued, adjusted]);
    }
}
