//! 缺项清单: what is still missing of the project communities, and who answers for it.

use super::endpoint;
use crate::missing::{CommunityGaps, UnitGaps};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

endpoint!(
    /// What is missing on the server's day: sums for every body, and a page of the communities.
    ReadMissing, Get, "/api/v1/missing", MissingQuery, () => MissingView
);

/// Where what is missing is given as a workbook: all of it, not a page.
pub const MISSING_FILE: &str = "/api/v1/missing/xlsx";

/// Whose part, and which page of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct MissingQuery {
    /// 责任单位: only that for which it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How many communities to leave out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// How many communities to give, at most 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MissingView {
    /// The day on which it stands.
    pub as_of: NaiveDate,
    /// How much each body answers for, whatever was asked.
    pub units: Vec<UnitGaps>,
    /// In how many communities something of what was asked is missing.
    pub total: i64,
    /// How much that is.
    pub gaps: i64,
    /// The communities of this page, by code.
    pub communities: Vec<CommunityGaps>,
}
