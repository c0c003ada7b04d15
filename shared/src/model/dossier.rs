//! Everything about one project community in one value: what a form shows, what the rules read, what a file holds.

use super::{
    AnnualPlan, BuildingSelection, Community, ConsentRound, InvestmentLine, MonthlyReport, Programme, Project,
    ProjectCommunity,
};
use crate::{exact::Money, policy::stages::ReportStatus};
use serde::{Deserialize, Serialize};

/// Everything about one project community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
    /// What of the community's other project communities names buildings one by one: these can't be removed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub named_elsewhere: Vec<NamedElsewhere>,
    /// The project's other communities, for what is judged over the whole project.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub siblings: Vec<Sibling>,
}

/// Another community of the same project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Sibling {
    /// 总投资, when stated.
    pub total_invest: Option<Money>,
    /// 累计完成投资 of its last accepted report.
    pub cum_invest: Money,
    /// Its lines.
    pub lines: Vec<SiblingLine>,
    /// The votes of its owners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consent_rounds: Vec<ConsentRound>,
    /// Whether special bonds are to pay for it: their review is the whole project's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub has_special_bonds: bool,
    /// What was paid from special bonds: they are issued for the whole project.
    #[serde(skip_serializing_if = "Money::is_zero")]
    pub paid_from_bonds: Money,
}

impl Sibling {
    /// What a community shows to the others of its project. Before its first accepted report counts what it was taken over
    /// with.
    pub fn of(entry: &ProjectCommunity, reports: &[MonthlyReport]) -> Self {
        let accepted = reports.iter().filter(|report| report.status == ReportStatus::Accepted);
        let reported = accepted.max_by_key(|report| report.period).map(|report| report.cum_invest);
        let taken_over = || entry.opening.as_ref().map(|opening| opening.cum_invest);
        Self {
            total_invest: entry.total_invest,
            cum_invest: reported.or_else(taken_over).unwrap_or(Money::ZERO),
            lines: (entry.lines.iter())
                .map(|line| SiblingLine { item: line.item.clone(), amount: line.amount })
                .collect(),
            consent_rounds: entry.consent_rounds.clone(),
            has_special_bonds: entry.has_special_bonds(),
            paid_from_bonds: entry.paid_from_bonds(),
        }
    }
}

/// A line of another community of the same project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct SiblingLine {
    /// 改造项代码
    pub item: String,
    /// 投资
    pub amount: Money,
}

/// An earlier use of central money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CentralUse {
    /// 改造项代码
    pub item: String,
    /// 楼栋
    pub buildings: BuildingSelection,
}

/// Buildings that something of another project community of the same community names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NamedElsewhere {
    /// 计划年度 of that project community.
    pub plan_year: i32,
    /// 明细编号 of the line, or the matter of the vote.
    pub by: String,
    /// The numbers of the buildings.
    pub buildings: Vec<String>,
}

impl NamedElsewhere {
    /// What of a project community names buildings one by one: its lines, and votes of one building or entrance.
    pub fn of(entry: &ProjectCommunity) -> Vec<Self> {
        let named =
            |by: &str, buildings: Vec<String>| Self { plan_year: entry.plan_year, by: by.to_owned(), buildings };
        let of_line = |line: &InvestmentLine| match &line.buildings {
            BuildingSelection::All => None,
            BuildingSelection::These(list) => Some(named(&line.id, list.clone())),
        };
        let of_vote =
            |vote: &ConsentRound| (!vote.building.is_empty()).then(|| named(&vote.kind, vec![vote.building.clone()]));
        let lines = entry.lines.iter().filter_map(of_line);
        lines.chain(entry.consent_rounds.iter().filter_map(of_vote)).collect()
    }
}
