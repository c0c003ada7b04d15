//! 据实登记

use super::{Changed, Stamp, StoredAct};
use anju_domain::acts::{FactChanges, RecordFact};

impl StoredAct for RecordFact {
    fn changed(changes: FactChanges, _: &Stamp<'_>) -> Changed {
        Changed { project_community: Some(changes.project_community), plan: changes.new_plan, ..Changed::default() }
    }
}
