//! 列入年度计划

use super::{Changed, Stamp, StoredAct};
use anju_domain::acts::{EnterAnnualPlan, PlanEntryChanges};

impl StoredAct for EnterAnnualPlan {
    fn changed(changes: PlanEntryChanges, _: &Stamp<'_>) -> Changed {
        Changed { project_community: Some(changes.project_community), plan: changes.new_plan, ..Changed::default() }
    }
}
