//! 保存小区基本情况

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{CommunityEntry, SaveCommunity},
    model::{Community, Dossier},
};

impl StoredAct for SaveCommunity {
    fn version(dossier: &Dossier, _: &CommunityEntry) -> i64 {
        dossier.community.version
    }

    fn changed(changes: Community, _: &Stamp<'_>) -> Changed {
        Changed::community(changes)
    }
}
