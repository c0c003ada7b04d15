//! 保存改造规模与计划

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::SaveSchedule, model::ProjectCommunity};

impl StoredAct for SaveSchedule {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
