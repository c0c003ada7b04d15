//! A receipt or payment that was entered wrongly: what stood there, and why it was changed or taken back.

use super::{Disbursement, Receipt};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a wrongly entered row of money was mended 「更正」. Who did it stands in the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct MoneyCorrection {
    /// Identity of the row.
    pub id: Uuid,
    /// The day of the correction.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// The receipt as it stood before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
    /// The payment as it stood before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<Disbursement>,
}
