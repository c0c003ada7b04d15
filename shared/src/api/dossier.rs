//! A dossier and the acts on it. Writes take `If-Match` (the version seen) and `Idempotency-Key`.

use super::endpoint;
use crate::{
    acts::{FundingEntry, PlanEntry},
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

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Saved {
    /// The version that stands now.
    pub version: i64,
    /// What was shown and stopped nothing.
    pub warnings: Vec<Finding>,
}
