//! A dossier and the acts on it. Writes take `If-Match` (the version seen) and `Idempotency-Key`.

use super::endpoint;
use crate::{
    acts::{
        ApprovalsEntry, ClosureEntry, CompletionEntry, ConsentEntry, FactEntry, FundingEntry, OpeningEntry, PlanEntry,
        RevocationEntry, StartEntry, WithdrawalEntry,
    },
    finding::Finding,
    model::Dossier,
};
use serde::{Deserialize, Serialize};

endpoint!(
    /// Everything about one project community.
    ReadDossier, Get, "/api/v1/dossiers/{id}", (), () => Dossier
);
endpoint!(
    /// Saves the funding: all commitments, those left out are removed.
    PutFunding, Put, "/api/v1/dossiers/{id}/funding", (), FundingEntry => Saved
);
endpoint!(
    /// 列入年度计划
    EnterIntoPlan, Post, "/api/v1/dossiers/{id}/plan-entry", (), PlanEntry => Saved
);
endpoint!(
    /// Saves the approvals of its project; the version is the project's.
    PutApprovals, Put, "/api/v1/dossiers/{id}/approvals", (), ApprovalsEntry => Saved
);
endpoint!(
    /// Saves the votes of the owners: all of them, those left out are removed.
    PutConsentRounds, Put, "/api/v1/dossiers/{id}/consent-rounds", (), ConsentEntry => Saved
);
endpoint!(
    /// 开工
    PostStart, Post, "/api/v1/dossiers/{id}/start", (), StartEntry => Saved
);
endpoint!(
    /// 竣工
    PostCompletion, Post, "/api/v1/dossiers/{id}/completion", (), CompletionEntry => Saved
);
endpoint!(
    /// 调出
    PostWithdrawal, Post, "/api/v1/dossiers/{id}/withdrawal", (), WithdrawalEntry => Saved
);
endpoint!(
    /// 撤销验收
    PostRevocation, Post, "/api/v1/dossiers/{id}/revocation", (), RevocationEntry => Saved
);
endpoint!(
    /// 据实登记
    PostFact, Post, "/api/v1/dossiers/{id}/facts", (), FactEntry => Saved
);
endpoint!(
    /// Closes what a recorded fact left open 「手续补办」.
    PostClosure, Post, "/api/v1/dossiers/{id}/closures", (), ClosureEntry => Saved
);
endpoint!(
    /// 存量项目补录
    PutOpening, Put, "/api/v1/dossiers/{id}/opening-balance", (), OpeningEntry => Saved
);

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Saved {
    /// The version that stands now.
    pub version: i64,
    /// What was shown and stopped nothing.
    pub warnings: Vec<Finding>,
}
