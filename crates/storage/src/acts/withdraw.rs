//! 调出

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::Withdraw, model::ProjectCommunity};

impl StoredAct for Withdraw {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
