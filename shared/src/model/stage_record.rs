//! On which papers a community left the course of its stages.

use crate::{policy::stages::Stage, vocabulary::vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Who consents to what leaves the course of the stages.
    Consenter {
        Leader = "组长", "head of the leading group";
        DeputyLeader = "副组长", "deputy head of the leading group";
        OfficeHead = "办公室主任", "head of the office";
    }
}

/// A change of stage that needs a reason: 调出, or an acceptance that was revoked (section 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StageRecord {
    /// The stage before.
    pub from: Stage,
    /// The stage after.
    pub to: Stage,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// The document: the adjustment of the plan, or the revocation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Who has consented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented_by: Option<Consenter>,
    /// The day of completion that no longer stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_on: Option<NaiveDate>,
}
