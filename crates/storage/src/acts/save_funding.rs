//! 保存资金落实

use super::{Changed, StoredAct};
use anju_domain::{acts::SaveFunding, model::ProjectCommunity};

impl StoredAct for SaveFunding {
    fn changed(changes: ProjectCommunity) -> Changed {
        Changed::project_community(changes)
    }
}
