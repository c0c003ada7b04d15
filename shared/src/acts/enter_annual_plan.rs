//! 列入年度计划 (gate G1): an act of the office. It links the plan of the plan year, made as 拟定 when there is none;
//! the stage stays 储备.

use super::{Act, Decision};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    model::{AnnualPlan, Dossier, ProjectCommunity},
    policy::stages::{PlanStatus, Stage},
    rules,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 列入年度计划
#[derive(Clone, Copy, Debug)]
pub struct EnterAnnualPlan;

/// Enters a project community into the plan of its plan year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    /// Identity of the plan, should it have to be made.
    pub new_plan: Uuid,
}

/// What 列入年度计划 changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanEntryChanges {
    /// The project community, linked to its plan.
    pub project_community: ProjectCommunity,
    /// The plan, when it had to be made.
    pub new_plan: Option<AnnualPlan>,
}

impl Act for EnterAnnualPlan {
    const NAME: &'static str = "enter_annual_plan";
    const TITLE: Text = Text::new("列入年度计划", "Enter into the annual plan");
    type Request = PlanEntry;
    type Facts = Dossier;
    type Changes = PlanEntryChanges;

    fn decide(
        facts: &Dossier,
        request: &PlanEntry,
        today: NaiveDate,
    ) -> Result<Decision<PlanEntryChanges>, Vec<Finding>> {
        can_enter(facts)?;
        let found = rules::gate_findings(&ProjectFacts::of(facts, today), Gate::G1);
        if found.iter().any(|finding| finding.severity == Severity::E) {
            return Err(found);
        }
        let (plan, new_plan) = plan_of_the_year(facts, request.new_plan)?;
        let entry = facts.project_community.clone();
        Ok(Decision {
            changes: PlanEntryChanges {
                project_community: ProjectCommunity { plan: Some(plan), entered_on: Some(today), ..entry },
                new_plan,
            },
            warnings: found,
        })
    }
}

/// Whether the community can be entered at all: in reserve, and in no plan.
fn can_enter(facts: &Dossier) -> Result<(), Vec<Finding>> {
    let entry = &facts.project_community;
    if entry.stage != Stage::Reserve {
        return Err(vec![Finding::malformed("stage", "only_from_reserve")]);
    }
    if entry.plan.is_some() {
        return Err(vec![Finding::malformed("plan", "already_in_plan")]);
    }
    Ok(())
}

/// The plan that a community enters, and the plan itself when it has to be made.
///
/// # Errors
/// Malformed: not in reserve, in a plan already, or no identity for the plan that has to be made.
pub(super) fn plan_of_the_year(facts: &Dossier, new_plan: Uuid) -> Result<(Uuid, Option<AnnualPlan>), Vec<Finding>> {
    can_enter(facts)?;
    if let Some(plan) = &facts.plan {
        return Ok((plan.id, None));
    }
    if new_plan.is_nil() {
        return Err(vec![Finding::malformed("new_plan", "repeated_id")]);
    }
    let plan = AnnualPlan {
        id: new_plan,
        year: facts.project_community.plan_year,
        batch: 1,
        status: PlanStatus::Draft,
        ..AnnualPlan::default()
    };
    Ok((plan.id, Some(plan)))
}
