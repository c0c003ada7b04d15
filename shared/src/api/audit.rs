//! The audit log (操作日志).

use super::endpoint;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

endpoint!(
    /// A page of the audit log, newest first.
    ReadAudit, Get, "/api/v1/audit", AuditQuery, () => AuditPage
);

endpoint!(
    /// The newest entries, a line each without what changed, for a browser that searches, filters and sorts by itself.
    ListAudit, Get, "/api/v1/audit/all", AuditQuery, () => AuditList
);

/// Where the entries of an [`AuditQuery`] are given as a workbook: all of them, not a page.
pub const AUDIT_FILE: &str = "/api/v1/audit/xlsx";

/// Which page of the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AuditQuery {
    /// Only entries before this sequence number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// Only this act, by its stable name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<String>,
    /// How many, at most 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Words that are all found in object, account or post, by pinyin and initials too; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Filters of columns: `act:save_funding;user:office`; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// The column by which the entries are sorted, after `-` from the greatest down; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The columns that a file leaves out, with commas between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide: Option<String>,
}

/// A page of the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The entries, newest first.
    pub entries: Vec<AuditRecord>,
    /// Whether there are older ones.
    pub more: bool,
}

/// The newest entries of the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditList {
    /// A line each, newest first.
    pub lines: Vec<AuditLine>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One act in the audit log, without what it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditLine {
    /// Position in the chain, from 1 without gap.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Its day in Beijing, `YYYY-MM-DD`.
    pub day: String,
    /// The account.
    pub user: String,
    /// The post or unit of the account.
    pub display: String,
    /// Stable name of the act.
    pub act: String,
    /// What people call the object.
    pub label: String,
    /// How many warnings were shown.
    pub warnings: i64,
    /// How object, account and post are read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub readings: String,
}

/// One act in the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditRecord {
    /// Position in the chain, from 1 without gap.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The account.
    pub user: String,
    /// The post or unit of the account.
    pub display: String,
    /// Stable name of the act.
    pub act: String,
    /// Identity of the object acted upon.
    pub object: String,
    /// What people call the object.
    pub label: String,
    /// What changed, as it was: only the fields and rows that differ.
    pub before: Value,
    /// What changed, as it is.
    pub after: Value,
    /// Warnings that were shown.
    pub warnings: Value,
    /// Hash of the entry, over its content and the hash before it.
    pub hash: String,
}
