//! 保存项目

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{ProjectEntry, SaveProject},
    model::{Dossier, Project},
};

impl StoredAct for SaveProject {
    fn version(dossier: &Dossier, _: &ProjectEntry) -> i64 {
        dossier.project.version
    }

    fn changed(changes: Project, _: &Stamp<'_>) -> Changed {
        Changed::project(changes)
    }
}
