//! 撤销验收: the project community goes back, and the acceptance of its project with it.

use super::{Changed, Stamp, StoredAct};
use anju_domain::acts::{RevocationChanges, RevokeAcceptance};

impl StoredAct for RevokeAcceptance {
    fn changed(changes: RevocationChanges, _: &Stamp<'_>) -> Changed {
        Changed {
            project_community: Some(changes.project_community),
            project: Some(changes.project),
            ..Changed::default()
        }
    }
}
