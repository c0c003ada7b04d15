//! What went wrong, as `application/problem+json` (RFC 9457).

use crate::finding::Finding;
use serde::{Deserialize, Serialize};

/// A refused or failed request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable code: `malformed`, `unauthenticated`, `wrong_password`, `too_many_attempts`, `forbidden`, `not_found`,
    /// `stale_version`, `refused`, `too_large`, `cross_site`, `repeated_key`, `method_not_allowed`,
    /// `unavailable`, `outcome_unknown`, `internal`.
    pub code: String,
    /// HTTP status.
    pub status: u16,
    /// What happened, in the language asked for by `Accept-Language`.
    pub title: String,
    /// What was kept and what to do.
    #[serde(default)]
    pub detail: String,
    /// What stops it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The version that stands, when another one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}
