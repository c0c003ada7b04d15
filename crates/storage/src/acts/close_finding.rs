//! 办结手续补办

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::CloseOpenFinding, model::ProjectCommunity};

impl StoredAct for CloseOpenFinding {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
