//! What a rule may read: borrowed views, resolved once, so that no rule looks anything up twice.

mod approvals;
mod consents;

pub use approvals::{is_settled, is_step_overdue, recomputed, step_due};
pub use consents::{consent_of, is_consented};

use crate::{
    exact::{Area, Money},
    finding::Gate,
    model::{
        Building, BuildingSelection, CentralUse, Community, Dossier, FundingCommitment, InvestmentLine,
        OperatorAgreement, PriorSubsidy, Project, ProjectCommunity, ScopeAdjustment, Sibling,
    },
    policy::{
        approvals::Step,
        funding::{Fund, fund},
        items::{Item, OperatorKind, item},
        parameters::Settings,
        stages::{BondResult, CommitmentStatus, Requirement, Stage, StepStatus},
    },
};
use chrono::NaiveDate;

/// A line with its catalogue entry.
#[derive(Clone, Copy, Debug)]
pub struct LineFacts<'a> {
    /// The line as entered.
    pub line: &'a InvestmentLine,
    /// Its item; `None` when the code is unknown.
    pub item: Option<&'static Item>,
}

impl LineFacts<'_> {
    /// A line of an item with operator kinds (P line).
    pub fn is_pipeline(&self) -> bool {
        self.item.is_some_and(Item::is_pipeline)
    }

    /// A line of the residents' private part (H line).
    pub fn is_private(&self) -> bool {
        self.item.is_some_and(Item::is_private)
    }

    /// A line of fees or reserve (C line).
    pub fn is_cost(&self) -> bool {
        self.item.is_some_and(Item::is_cost)
    }

    /// The operator kind of the line: as entered, or the item's when it has one only.
    pub fn operator_kind(&self) -> Option<OperatorKind> {
        self.line.operator_kind.or_else(|| match self.item?.operator_kinds {
            [only] => Some(*only),
            _ => None,
        })
    }
}

/// A commitment with its catalogue entry and its line.
#[derive(Clone, Copy, Debug)]
pub struct CommitmentFacts<'a> {
    /// The commitment as entered.
    pub commitment: &'a FundingCommitment,
    /// Its fund; `None` when the code is unknown.
    pub fund: Option<&'static Fund>,
    /// Index of its line; `None` when there is no such line.
    pub line: Option<usize>,
}

/// Everything that the rules read of one project community.
#[derive(Clone, Debug)]
pub struct ProjectFacts<'a> {
    /// The programme's parameters.
    pub settings: &'a Settings,
    /// The day of the check.
    pub today: NaiveDate,
    /// The project, with its papers, flags and steps.
    pub project: &'a Project,
    /// The project community, with its dates and stage.
    pub entry: &'a ProjectCommunity,
    /// The project's other communities.
    pub siblings: &'a [Sibling],
    /// 计划年度
    pub plan_year: i32,
    /// 范围调整
    pub scope_adjustments: &'a [ScopeAdjustment],
    /// The community.
    pub community: &'a Community,
    /// Its buildings, in scope or not.
    pub buildings: &'a [Building],
    /// Aid received before.
    pub prior_subsidies: &'a [PriorSubsidy],
    /// Central money on lines of the community's other project communities.
    pub other_central_lines: &'a [CentralUse],
    /// 改造户数
    pub scope_households: i64,
    /// 改造面积
    pub scope_area: Area,
    /// 改造楼栋数, when stated.
    pub scope_count: Option<i64>,
    /// 总投资, when stated.
    pub total_invest: Option<Money>,
    /// The lines.
    pub lines: Vec<LineFacts<'a>>,
    /// The commitments.
    pub commitments: Vec<CommitmentFacts<'a>>,
    /// 管线单位协议
    pub operator_agreements: &'a [OperatorAgreement],
    /// Whether a plan that closes the gap is approved.
    pub balance_plan_approved: bool,
    /// S12
    pub bond_result: BondResult,
    /// Requirements of steps that are given and not the plan's; empty for a dossier.
    pub requirements: Vec<(Step, Requirement)>,
}

impl<'a> ProjectFacts<'a> {
    /// The facts of a dossier on a day.
    pub fn of(dossier: &'a Dossier, today: NaiveDate) -> Self {
        let entry = &dossier.project_community;
        let mut facts = Self {
            settings: &dossier.programme.settings,
            today,
            project: &dossier.project,
            entry,
            siblings: &dossier.siblings,
            plan_year: entry.plan_year,
            scope_adjustments: &dossier.programme.scope_adjustments,
            community: &dossier.community,
            buildings: &dossier.community.buildings,
            prior_subsidies: &dossier.community.prior_subsidies,
            other_central_lines: &dossier.other_central_lines,
            scope_households: entry.scope_households,
            scope_area: entry.scope_area,
            scope_count: entry.scope_count,
            total_invest: entry.total_invest,
            lines: Vec::new(),
            commitments: Vec::new(),
            operator_agreements: &dossier.project.operator_agreements,
            balance_plan_approved: dossier.project.balance_plan.as_ref().is_some_and(|plan| plan.approved),
            bond_result: dossier.project.bond_result,
            requirements: Vec::new(),
        };
        facts.set_money(&entry.lines, &entry.commitments);
        facts
    }

    /// Takes these lines and commitments, resolving codes and references.
    pub fn set_money(&mut self, lines: &'a [InvestmentLine], commitments: &'a [FundingCommitment]) {
        self.lines = lines.iter().map(|line| LineFacts { line, item: item(&line.item) }).collect();
        self.commitments = commitments
            .iter()
            .map(|commitment| CommitmentFacts {
                commitment,
                fund: fund(&commitment.funding),
                line: lines.iter().position(|line| line.id == commitment.line),
            })
            .collect();
    }

    /// The status of a step; 未报 when it was never entered.
    pub fn step_status(&self, step: Step) -> StepStatus {
        self.project.step(step).map_or(StepStatus::NotSubmitted, |entry| entry.status)
    }

    /// The line of a commitment.
    pub fn line_of(&self, commitment: &CommitmentFacts<'a>) -> Option<&LineFacts<'a>> {
        self.lines.get(commitment.line?)
    }

    /// Whether a commitment counts at a gate: 意向 at G0 only, 拟争取 at G0 and G1, 落实 always; a special
    /// bond is 拟争取 until its review has passed, and 落实 from then.
    pub fn counts(&self, commitment: &CommitmentFacts<'_>, gate: Gate) -> bool {
        match self.status_of(commitment.commitment) {
            CommitmentStatus::Intended => gate == Gate::G0,
            CommitmentStatus::AppliedFor => gate <= Gate::G1,
            CommitmentStatus::Secured => true,
        }
    }

    /// The status of a commitment after A-63: special bonds follow their review.
    pub fn status_of(&self, commitment: &FundingCommitment) -> CommitmentStatus {
        if commitment.funding != "F12" || commitment.status == CommitmentStatus::Intended {
            commitment.status
        } else if self.bond_result == BondResult::Passed {
            CommitmentStatus::Secured
        } else {
            CommitmentStatus::AppliedFor
        }
    }

    /// Σ of counted commitments on each line, in the order of the lines.
    pub fn counted_by_line(&self, gate: Gate) -> Vec<Money> {
        let mut sums = vec![Money::ZERO; self.lines.len()];
        for commitment in &self.commitments {
            if let Some(sum) = commitment.line.and_then(|line| sums.get_mut(line))
                && self.counts(commitment, gate)
            {
                *sum = sum.plus(commitment.commitment.amount);
            }
        }
        sums
    }

    /// The numbers of the in-scope buildings in a selection, in building order.
    pub fn building_numbers(&self, selection: &BuildingSelection) -> Vec<&'a str> {
        self.buildings
            .iter()
            .filter(|building| selection.holds(building))
            .map(|building| building.no.as_str())
            .collect()
    }
}

/// The gate that a project community meets next (section 1, Next gate).
pub const fn next_gate(stage: Stage, in_annual_plan: bool) -> Option<Gate> {
    match stage {
        Stage::Reserve => Some(if in_annual_plan { Gate::G2 } else { Gate::G1 }),
        Stage::NewStart | Stage::UnderWay => Some(Gate::G4),
        Stage::Completed | Stage::Withdrawn => None,
    }
}
