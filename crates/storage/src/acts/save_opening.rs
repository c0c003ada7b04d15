//! 存量项目补录

use super::{Changed, Stamp, StoredAct};
use anju_domain::acts::{OpeningChanges, SaveOpeningBalance};

impl StoredAct for SaveOpeningBalance {
    fn changed(changes: OpeningChanges, _: &Stamp<'_>) -> Changed {
        Changed { project_community: Some(changes.project_community), plan: changes.new_plan, ..Changed::default() }
    }
}
