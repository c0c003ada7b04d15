//! What was set of the parameters, by whom, and why: every change stays, also one that another one replaced.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A value that was set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ParameterChange {
    /// The parameter.
    pub name: String,
    /// The first day on which the value was to hold.
    pub valid_from: NaiveDate,
    /// The value, in the form of the table.
    pub value: String,
    /// Why, or the paper that it rests on.
    pub reason: String,
    /// The post that set it.
    pub by: String,
    /// The day on which it was set.
    pub set_on: NaiveDate,
}
