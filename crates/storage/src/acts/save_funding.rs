//! 保存资金落实

use super::StoredAct;
use anju_domain::{
    acts::SaveFunding,
    model::{Dossier, ProjectCommunity},
};

impl StoredAct for SaveFunding {
    fn apply(before: &Dossier, changes: ProjectCommunity) -> Dossier {
        Dossier { project_community: changes, ..before.clone() }
    }
}
