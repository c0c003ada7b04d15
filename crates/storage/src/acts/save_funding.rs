//! 保存资金落实

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::SaveFunding, model::ProjectCommunity};

impl StoredAct for SaveFunding {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
