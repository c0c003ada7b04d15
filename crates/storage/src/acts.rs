//! How each act of the domain is stored, one file each.

mod enter_annual_plan;
mod save_funding;

use anju_domain::{
    acts::Act,
    model::{AnnualPlan, Dossier, ProjectCommunity},
};

/// An act whose changes can be stored. Its facts are the dossier of the object; the version of the object grows with
/// every act, by the store.
pub trait StoredAct: Act<Facts = Dossier, Request: Send + Sync + 'static, Changes: Send> + Send + 'static {
    /// Which parts of the dossier stand differently now.
    fn changed(changes: Self::Changes) -> Changed;
}

/// Which parts of a dossier stand differently after an act; what is left out stands as before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The project community.
    pub project_community: Option<ProjectCommunity>,
    /// The plan of its year, made or changed.
    pub plan: Option<AnnualPlan>,
}

impl Changed {
    /// A changed project community.
    pub const fn project_community(entry: ProjectCommunity) -> Self {
        Self { project_community: Some(entry), plan: None }
    }
}
