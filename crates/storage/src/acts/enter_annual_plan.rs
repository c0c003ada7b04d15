//! 列入年度计划

use super::{Changed, StoredAct};
use anju_domain::acts::{EnterAnnualPlan, PlanEntryChanges};

impl StoredAct for EnterAnnualPlan {
    fn changed(changes: PlanEntryChanges) -> Changed {
        Changed { project_community: Some(changes.project_community), plan: changes.new_plan }
    }
}
