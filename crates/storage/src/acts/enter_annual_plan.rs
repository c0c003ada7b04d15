//! 列入年度计划

use super::StoredAct;
use anju_domain::{
    acts::{EnterAnnualPlan, PlanEntryChanges},
    model::Dossier,
};

impl StoredAct for EnterAnnualPlan {
    fn apply(before: &Dossier, changes: PlanEntryChanges) -> Dossier {
        Dossier {
            project_community: changes.project_community,
            plan: changes.new_plan.or_else(|| before.plan.clone()),
            ..before.clone()
        }
    }
}
