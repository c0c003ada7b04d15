//! Everything about one project community in one value: what a form shows, what the rules read, what a file holds.

use super::{AnnualPlan, BuildingSelection, Community, MonthlyReport, Programme, Project, ProjectCommunity};
use serde::{Deserialize, Serialize};

/// Everything about one project community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dossier {
    /// The programme, with its parameters and adjustments.
    pub programme: Programme,
    /// The community with its buildings and prior aid.
    pub community: Community,
    /// The project with its approvals and agreements.
    pub project: Project,
    /// The project community with its lines and money.
    pub project_community: ProjectCommunity,
    /// The plan of its plan year, when there is one.
    pub plan: Option<AnnualPlan>,
    /// Its monthly reports, by period.
    pub reports: Vec<MonthlyReport>,
    /// Lines of the community's other project communities that carry central money.
    pub other_central_lines: Vec<CentralUse>,
}

/// An earlier use of central money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentralUse {
    /// 改造项代码
    pub item: String,
    /// 楼栋
    pub buildings: BuildingSelection,
}
