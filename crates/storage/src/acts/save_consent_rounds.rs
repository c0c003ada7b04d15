//! 保存居民表决

use super::{Changed, Stamp, StoredAct};
use anju_domain::{acts::SaveConsentRounds, model::ProjectCommunity};

impl StoredAct for SaveConsentRounds {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
