//! How each act of the domain is stored, one file each.

mod become_under_way;
mod close_finding;
mod complete_works;
mod enter_annual_plan;
mod money;
mod record_fact;
mod report;
mod revoke_acceptance;
mod save_approvals;
mod save_buildings;
mod save_community;
mod save_consent_rounds;
mod save_funding;
mod save_opening;
mod save_prior_subsidies;
mod save_project;
mod save_schedule;
mod save_works;
mod start_works;
mod withdraw;

use anju_domain::{
    acts::Act,
    model::{AnnualPlan, Community, Dossier, MonthlyReport, Project, ProjectCommunity},
};
use chrono::{DateTime, Utc};

/// An act whose changes can be stored. Its facts are the dossier of the object, which is a project community. The versions
/// of what it changes grow by the store.
pub trait StoredAct: Act<Facts = Dossier, Request: Send + Sync + 'static, Changes: Send> + Send + 'static {
    /// The version of what the request speaks about, which its writer has seen: the project community, unless the act is
    /// about the community, the project, the plan or a report; 0 of what is not there yet.
    fn version(dossier: &Dossier, _request: &Self::Request) -> i64 {
        dossier.project_community.version
    }

    /// Which parts of the dossier stand differently now.
    fn changed(changes: Self::Changes, stamp: &Stamp<'_>) -> Changed;
}

/// Who acts and when: for what keeps it, which no request may say of itself.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Name of the account.
    pub user: &'a str,
    /// The post or unit of the account.
    pub display: &'a str,
    /// The instant of the programme's clock.
    pub at: DateTime<Utc>,
}

/// Which parts of a dossier stand differently after an act; what is left out stands as before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The project community.
    pub project_community: Option<ProjectCommunity>,
    /// The plan of its year, made or changed.
    pub plan: Option<AnnualPlan>,
    /// The project, which other project communities may share.
    pub project: Option<Project>,
    /// The community, which other project communities may share.
    pub community: Option<Community>,
    /// Reports, made or changed.
    pub reports: Vec<MonthlyReport>,
}

impl Changed {
    /// A changed project community.
    pub fn project_community(entry: ProjectCommunity) -> Self {
        Self { project_community: Some(entry), ..Self::default() }
    }

    /// A changed project.
    pub fn project(project: Project) -> Self {
        Self { project: Some(project), ..Self::default() }
    }

    /// A changed community.
    pub fn community(community: Community) -> Self {
        Self { community: Some(community), ..Self::default() }
    }

    /// A report, made or changed.
    pub fn report(report: MonthlyReport) -> Self {
        Self { reports: vec![report], ..Self::default() }
    }
}
