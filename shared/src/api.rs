//! The contract between server and browser: one type an endpoint carries method, path, request and reply. Both sides
//! compile against it, so that neither can drift.

mod accounts;
mod audit;
mod backups;
mod communities;
mod dossier;
mod duties;
mod evidence;
mod figures;
mod imports;
mod ledger;
mod missing;
mod money;
mod plans;
mod problem;
mod programme;
mod reports;
mod session;

pub use accounts::{
    AccountRow, AccountState, ListAccounts, NewAccount, PostAccountReset, PostOwnerAccounts, PostUnitAccounts,
    PutAccountState,
};
pub use audit::{AUDIT_FILE, AuditLine, AuditList, AuditPage, AuditQuery, AuditRecord, ListAudit, ReadAudit};
pub use backups::{
    BACKUP_OLD_AFTER, BackupAlert, BackupFailure, BackupFault, BackupFaultKind, BackupObstacle, BackupProof, BackupRow,
    BackupsView, PostBackup, ReadBackups, backup_alert,
};
pub use communities::{
    COMMUNITIES_FILE, CommunityPage, CommunityQuery, CommunityRow, ListAllCommunities, ListCommunities,
};
pub use dossier::{
    EnterIntoPlan, PostClosure, PostCompletion, PostFact, PostRevocation, PostStart, PostWithdrawal, PutApprovals,
    PutConsentRounds, PutFunding, PutOpening, ReadDossier, Saved,
};
pub use duties::{
    DUTIES_FILE, DUTY_STANDING_FILE, DutyNumbers, DutyPage, DutyQuery, DutyReminder, DutyRow, DutyShow,
    DutyStandingQuery, DutyView, EvidenceView, ListDuties, PostArisen, PostReminder, PostReview, PostSubmission,
    PostWaiver, PutDuty, ReadDuty, ReadDutyProgress, SameContent,
};
pub use evidence::{EVIDENCE_CONTENT, EVIDENCE_PREVIEW, EvidenceQuery, PutEvidence};
pub use figures::{INDICATOR_DRAWING, INDICATOR_FILE, INDICATOR_PICTURE, ReadFacts, ReadIndicator, ReadOverview};
pub use imports::{
    FAULTS_FILE, FaultView, ImportCommit, ImportQuery, ImportView, Imported, PostImport, PutImport, RowView, SHOWN,
    SheetView, TEMPLATE_FILE, WORKBOOK_FILE, told,
};
pub use ledger::{
    KnownCommunity, KnownProject, PostRegistration, PutBuildings, PutCommunity, PutPriorSubsidies, PutProject,
    PutSchedule, PutWorks, ReadRegister, RegisterView,
};
pub use missing::{MISSING_FILE, MissingQuery, MissingView, ReadMissing};
pub use money::{MONEY_FILE, MoneyQuery, MoneyView, PostMoneyTakenBack, PutPayment, PutReceipt};
pub use plans::{
    PLANS_FILE, PostPlanAdjustment, PostPlanIssue, PostPlanReturn, PostPlanSubmission, PutFiscalCapacity, PutPlan,
};
pub use problem::Problem;
pub use programme::{
    PostProgramme, PutBodies, PutParameters, PutProgramme, ReadProgramme, ReadServerSettings, ServerSettings,
};
pub use reports::{
    ListAllReports, ListReports, PostReportCorrection, PostReportReview, PostReportSubmission, PutReport, REPORTS_FILE,
    ReadReport, ReadReportsWaiting, ReportList, ReportNumbers, ReportPage, ReportPeriod, ReportQuery, ReportRow,
    ReportRowFigures, ReportShow, ReportView, ReportWaiting, ReportsWaiting,
};
pub use session::{
    ChangePassword, NewPassword, ProgrammeHead, ReadSession, SessionView, SignIn, SignInRequest, SignOut,
};

use serde::{Serialize, de::DeserializeOwned};

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds or does.
    Post,
    /// Replaces.
    Put,
    /// Ends or removes.
    Delete,
}

/// What an endpoint takes and gives.
pub trait Endpoint {
    /// Method.
    const METHOD: Method;
    /// Path, with `{name}` where an identity stands.
    const PATH: &'static str;
    /// Query of a reading; `()` when there is none.
    type Query: Sent;
    /// JSON body of a write; `()` when there is none.
    type Request: Sent;
    /// JSON body of the answer.
    type Reply: Sent;
}

/// What is sent: it can be written and read, and with the feature `openapi` described.
#[cfg(not(feature = "openapi"))]
pub trait Sent: Serialize + DeserializeOwned {}
#[cfg(not(feature = "openapi"))]
impl<T: Serialize + DeserializeOwned> Sent for T {}

/// What is sent: it can be written, read and described.
#[cfg(feature = "openapi")]
pub trait Sent: Serialize + DeserializeOwned + utoipa::ToSchema {}
#[cfg(feature = "openapi")]
impl<T: Serialize + DeserializeOwned + utoipa::ToSchema> Sent for T {}

/// Declares an endpoint: `endpoint!(Name, Get, "/api/v1/…", Query, Request => Reply)`.
macro_rules! endpoint {
    ($(#[$meta:meta])* $name:ident, $method:ident, $path:literal, $query:ty, $request:ty => $reply:ty) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl $crate::api::Endpoint for $name {
            const METHOD: $crate::api::Method = $crate::api::Method::$method;
            const PATH: &'static str = $path;
            type Query = $query;
            type Request = $request;
            type Reply = $reply;
        }
    };
}
use endpoint;
