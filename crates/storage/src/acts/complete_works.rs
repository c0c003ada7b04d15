//! 竣工

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::CompleteWorks, model::ProjectCommunity};

impl StoredAct for CompleteWorks {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
