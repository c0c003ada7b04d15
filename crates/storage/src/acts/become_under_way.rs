//! 新开工 → 在建

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::BecomeUnderWay, model::ProjectCommunity};

impl StoredAct for BecomeUnderWay {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
