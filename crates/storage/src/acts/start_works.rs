//! 开工

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::StartWorks, model::ProjectCommunity};

impl StoredAct for StartWorks {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
