//! 保存楼栋

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{BuildingsEntry, SaveBuildings},
    model::{Community, Dossier},
};

impl StoredAct for SaveBuildings {
    fn version(dossier: &Dossier, _: &BuildingsEntry) -> i64 {
        dossier.community.version
    }

    fn changed(changes: Community, _: &Stamp<'_>) -> Changed {
        Changed::community(changes)
    }
}
