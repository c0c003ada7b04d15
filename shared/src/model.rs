//! What a programme consists of, as plain values. Field names are those of the case files; a field that a file
//! may leave out has its default. Nothing here decides anything.

mod body;
mod calendar;
mod community;
mod consent_round;
mod dossier;
mod duty_task;
mod fact_record;
mod market_financing;
mod money_correction;
mod opening_balance;
mod organisation;
mod parameter_change;
mod plan;
mod programme;
mod project;
mod project_community;
mod report;
mod role;
mod stage_record;
mod upkeep;

pub use body::{Body, BodyName, BodyNames, NamedBody};
pub use calendar::{Calendar, CalendarDay, DayKind};
pub use community::{Building, BuildingSelection, Community, PriorSubsidy};
pub use consent_round::{ConsentMethod, ConsentRound, ConsentScope, Tally};
pub use dossier::{CentralUse, Dossier, NamedElsewhere, Sibling, SiblingLine};
pub use duty_task::{DutyEvent, DutyTask, DutyTransfer, Evidence, Succession};
pub use fact_record::{Closure, FactRecord, OpenFinding};
pub use market_financing::MarketFinancing;
pub use money_correction::MoneyCorrection;
pub use opening_balance::OpeningBalance;
pub use organisation::Organisation;
pub use parameter_change::ParameterChange;
pub use plan::{AnnualPlan, FiscalCapacity, PlanEvent, ScopeAdjustment};
pub use programme::Programme;
pub use project::{ApprovalStep, Approved, BalancePlan, JointReview, MilestoneDay, OperatorAgreement, Project};
pub use project_community::{
    Baseline, Disbursement, FundingCommitment, ImplementingParty, InvestmentLine, ProjectCommunity, Receipt,
    SPECIAL_BONDS, Source,
};
pub use report::{Correction, MonthlyReport, ReportEvent, ReportRecord};
pub use role::Role;
pub use stage_record::{Consenter, StageRecord};
pub use upkeep::PropertyManagement;
