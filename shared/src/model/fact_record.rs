//! What has happened on site although a gate refused it, and what is still to be mended about it (section 1, Principle).

use crate::finding::{Finding, Gate};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A fact that the office recorded although a gate refused the act 「据实登记」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FactRecord {
    /// The gate that was passed: G1 or G2, no other has this way.
    pub gate: Gate,
    /// The day of the fact.
    pub date: NaiveDate,
    /// Why it is recorded.
    pub reason: String,
    /// The document that shows it.
    pub doc: String,
    /// What was open at the gate 「手续补办」.
    #[serde(default)]
    pub open_findings: Vec<OpenFinding>,
}

/// A finding that a recorded fact left open 「手续补办」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenFinding {
    /// What the rule said.
    pub finding: Finding,
    /// Who has to mend it (a post).
    pub person: String,
    /// By when.
    pub due: NaiveDate,
    /// How the office closed it, when it can't be mended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closure>,
}

/// How the office closed an open finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closure {
    /// The day.
    pub on: NaiveDate,
    /// Why it can't be mended.
    pub reason: String,
    /// The document behind it.
    pub doc: String,
}
