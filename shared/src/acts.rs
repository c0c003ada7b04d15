//! What people do, one file each. An act decides on facts and a request; it changes nothing itself.
//!
//! The server decides by it inside the write transaction, the browser warns by it while somebody types.
//! Facts are recorded, acts are refused: saving stops only malformed data.

mod adjust_plan;
mod become_under_way;
mod close_finding;
mod complete_works;
mod correct_report;
mod create_programme;
mod duty;
mod edit_programme;
mod enter_annual_plan;
mod entered;
mod issue_plan;
mod money;
mod plan;
mod programme;
mod raise_duty;
mod record_fact;
mod register_community;
mod report;
mod return_plan;
mod review_duty;
mod review_report;
mod revoke_acceptance;
mod save_approvals;
mod save_bodies;
mod save_buildings;
mod save_community;
mod save_consent_rounds;
mod save_duty;
mod save_fiscal_capacity;
mod save_funding;
mod save_opening;
mod save_prior_subsidies;
mod save_project;
mod save_report;
mod save_schedule;
mod save_works;
mod set_parameters;
mod stage_change;
mod start_works;
mod submit_duty;
mod submit_report;
mod waive_duty;
mod withdraw;

pub use become_under_way::{BecomeUnderWay, UnderWay};
pub use close_finding::{CloseOpenFinding, ClosureEntry, open_findings_of};
pub use complete_works::{CompleteWorks, CompletionEntry, completion_findings};
pub use correct_report::{CorrectReport, ReportCorrection, corrections};
pub use create_programme::{CreateProgramme, FolderStanding, ProgrammeEntry, is_county, malformed_programme};
mod save_payment;
mod save_plan;
mod save_receipt;
mod submit_plan;
mod take_back_money;

pub use adjust_plan::{AdjustPlan, PlanAdjustment};
pub use duty::{Actor, TaskFacts};
pub use edit_programme::{EditProgramme, ProgrammeEdit};
pub use enter_annual_plan::{EnterAnnualPlan, PlanEntry, PlanEntryChanges};
pub(crate) use entered::are_too_many;
pub use issue_plan::{IssuePlan, PlanIssue};
pub use money::{PaymentEntry, ReceiptEntry, malformed_payment, malformed_receipt, payment_findings, receipt_findings};
pub(crate) use money::{earmarked_findings, note_correction, uncovered};
pub use plan::{PlanFacts, PlanFigures, fiscal_findings, malformed_figures};
pub use programme::{OwnValue, ProgrammeStanding, ProgrammeTerms, Targets, Window};
pub use raise_duty::{ArisenDuty, ArisenFacts, RaiseDuty};
pub use record_fact::{FactChanges, FactEntry, RecordFact, fact_findings};
pub use register_community::{
    NewCommunity, NewProject, RegisterCommunity, Registered, Registration, RegistrationFacts, code_number,
    malformed_registration, next_code,
};
pub use report::ReportChanges;
pub use return_plan::{PlanReturn, ReturnPlan};
pub use review_duty::{DutyReview, ReviewDuty, Verdict};
pub use review_report::{ReportReview, ReviewReport};
pub use revoke_acceptance::{RevocationChanges, RevocationEntry, RevokeAcceptance};
pub use save_approvals::{
    ApprovalsEntry, MilestoneEntry, PapersEntry, ReviewEntry, SaveApprovals, StepEntry, malformed_approvals,
    with_approvals,
};
pub use save_bodies::{BodiesEntry, SaveBodies, SuccessionEntry, TransferEntry, malformed_bodies};
pub use save_buildings::{BuildingEntry, BuildingsEntry, SaveBuildings, malformed_buildings, removed_buildings};
pub use save_community::{CommunityEntry, SaveCommunity, malformed_community};
pub use save_consent_rounds::{ConsentEntry, RoundEntry, SaveConsentRounds, TallyEntry, lacking, malformed_rounds};
pub use save_duty::{DutyEntry, SaveDuty};
pub use save_fiscal_capacity::{FiscalCapacityEntry, SaveFiscalCapacity};
pub use save_funding::{CommitmentEntry, FundingEntry, SaveFunding, malformed_commitments};
pub use save_opening::{OpeningChanges, OpeningEntry, SaveOpeningBalance, malformed_opening};
pub use save_payment::SavePayment;
pub use save_plan::{PlanSheet, SavePlan};
pub use save_prior_subsidies::{PriorSubsidiesEntry, PriorSubsidyEntry, SavePriorSubsidies, malformed_prior_subsidies};
pub use save_project::{AgreementEntry, ApprovedEntry, BalancePlanEntry, ProjectEntry, SaveProject, malformed_project};
pub use save_receipt::SaveReceipt;
pub use save_report::SaveReport;
pub(crate) use save_report::closed;
pub use save_schedule::{PlannedMonth, SaveSchedule, ScheduleEntry, malformed_schedule};
pub use save_works::{LineEntry, PartyEntry, SaveWorks, WorksEntry, malformed_lines, removed_lines};
pub use set_parameters::{ParameterEntry, SetParameters, malformed_values};
pub(crate) use stage_change::happened_faults;
pub use start_works::{StartEntry, StartWorks, start_findings};
pub use submit_duty::SubmitDuty;
pub use submit_plan::{PlanSubmission, SubmitPlan};
pub use submit_report::SubmitReport;
pub use take_back_money::{MoneyTakenBack, TakeBackMoney};
pub use waive_duty::{DutyWaiver, NOTHING_THIS_MONTH, WaiveDuty};
pub use withdraw::{Withdraw, WithdrawalEntry};

use crate::{finding::Finding, language::Text};
use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};

/// What a person does: a decision on facts and a request, at a date.
pub trait Act {
    /// Stable name, kept in the audit log.
    const NAME: &'static str;
    /// What people call it.
    const TITLE: Text;
    /// What the person asks for; unknown fields are refused.
    type Request: Serialize + DeserializeOwned;
    /// What the decision rests on.
    type Facts;
    /// What changes when it is allowed.
    type Changes;

    /// Allows or refuses the act.
    ///
    /// # Errors
    /// The findings that stop it, in the order of A-01.
    fn decide(
        facts: &Self::Facts,
        request: &Self::Request,
        today: NaiveDate,
    ) -> Result<Decision<Self::Changes>, Vec<Finding>>;
}

/// An act that is allowed: what changes, and the warnings that are shown and kept with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<Changes> {
    /// What changes.
    pub changes: Changes,
    /// What was shown and stopped nothing.
    pub warnings: Vec<Finding>,
}

/// What people call an act, by its stable name.
pub fn title(name: &str) -> Option<Text> {
    const TITLES: &[(&str, Text)] = &[
        (SaveFunding::NAME, SaveFunding::TITLE),
        (EnterAnnualPlan::NAME, EnterAnnualPlan::TITLE),
        (RegisterCommunity::NAME, RegisterCommunity::TITLE),
        (SaveCommunity::NAME, SaveCommunity::TITLE),
        (SaveBuildings::NAME, SaveBuildings::TITLE),
        (SavePriorSubsidies::NAME, SavePriorSubsidies::TITLE),
        (SaveProject::NAME, SaveProject::TITLE),
        (SaveSchedule::NAME, SaveSchedule::TITLE),
        (SaveWorks::NAME, SaveWorks::TITLE),
        (SaveDuty::NAME, SaveDuty::TITLE),
        (SubmitDuty::NAME, SubmitDuty::TITLE),
        (WaiveDuty::NAME, WaiveDuty::TITLE),
        (ReviewDuty::NAME, ReviewDuty::TITLE),
        (RaiseDuty::NAME, RaiseDuty::TITLE),
        (CreateProgramme::NAME, CreateProgramme::TITLE),
        (EditProgramme::NAME, EditProgramme::TITLE),
        (SetParameters::NAME, SetParameters::TITLE),
        (SaveBodies::NAME, SaveBodies::TITLE),
        (SaveReport::NAME, SaveReport::TITLE),
        (SubmitReport::NAME, SubmitReport::TITLE),
        (ReviewReport::NAME, ReviewReport::TITLE),
        (CorrectReport::NAME, CorrectReport::TITLE),
        (SaveConsentRounds::NAME, SaveConsentRounds::TITLE),
        (SaveApprovals::NAME, SaveApprovals::TITLE),
        (StartWorks::NAME, StartWorks::TITLE),
        (BecomeUnderWay::NAME, BecomeUnderWay::TITLE),
        (CompleteWorks::NAME, CompleteWorks::TITLE),
        (Withdraw::NAME, Withdraw::TITLE),
        (RevokeAcceptance::NAME, RevokeAcceptance::TITLE),
        (RecordFact::NAME, RecordFact::TITLE),
        (CloseOpenFinding::NAME, CloseOpenFinding::TITLE),
        (SaveOpeningBalance::NAME, SaveOpeningBalance::TITLE),
        (SaveReceipt::NAME, SaveReceipt::TITLE),
        (SavePayment::NAME, SavePayment::TITLE),
        (TakeBackMoney::NAME, TakeBackMoney::TITLE),
        (SavePlan::NAME, SavePlan::TITLE),
        (SubmitPlan::NAME, SubmitPlan::TITLE),
        (ReturnPlan::NAME, ReturnPlan::TITLE),
        (IssuePlan::NAME, IssuePlan::TITLE),
        (AdjustPlan::NAME, AdjustPlan::TITLE),
        (SaveFiscalCapacity::NAME, SaveFiscalCapacity::TITLE),
    ];
    TITLES.iter().find(|(known, _)| *known == name).map(|(_, title)| *title)
}

#[cfg(test)]
mod duty_tests;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod programme_tests;
#[cfg(test)]
mod report_tests;
