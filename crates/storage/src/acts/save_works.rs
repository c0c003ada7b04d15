//! 保存改造内容

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::SaveWorks, model::ProjectCommunity};

impl StoredAct for SaveWorks {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
