//! 保存审批手续: about the project, whose version the writer has seen.

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{ApprovalsEntry, SaveApprovals},
    model::{Dossier, Project},
};

impl StoredAct for SaveApprovals {
    fn version(dossier: &Dossier, _: &ApprovalsEntry) -> i64 {
        dossier.project.version
    }

    fn changed(changes: Project, _: &Stamp<'_>) -> Changed {
        Changed::project(changes)
    }
}
