//! 保存曾获补助

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{PriorSubsidiesEntry, SavePriorSubsidies},
    model::{Community, Dossier},
};

impl StoredAct for SavePriorSubsidies {
    fn version(dossier: &Dossier, _: &PriorSubsidiesEntry) -> i64 {
        dossier.community.version
    }

    fn changed(changes: Community, _: &Stamp<'_>) -> Changed {
        Changed::community(changes)
    }
}
