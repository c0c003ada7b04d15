//! Receipts and payments of a project community, and the file of their sums over the programme. Writes take `If-Match` (the
//! version of the dossier seen) and `Idempotency-Key`.

use super::{Saved, endpoint};
use crate::acts::{MoneyTakenBack, PaymentEntry, ReceiptEntry};
use serde::{Deserialize, Serialize};

endpoint!(
    /// 登记资金到位, or correcting a receipt that is there.
    PutReceipt, Put, "/api/v1/dossiers/{id}/receipts", (), ReceiptEntry => Saved
);
endpoint!(
    /// 登记资金支付, or correcting a payment that is there.
    PutPayment, Put, "/api/v1/dossiers/{id}/payments", (), PaymentEntry => Saved
);
endpoint!(
    /// 撤销到位或支付登记
    PostMoneyTakenBack, Post, "/api/v1/dossiers/{id}/money/taken-back", (), MoneyTakenBack => Saved
);

/// Where the sums of a [`MoneyQuery`] are given as a workbook.
pub const MONEY_FILE: &str = "/api/v1/money/xlsx";

/// How the money of the programme is summed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum MoneyView {
    /// 按小区
    #[default]
    Community,
    /// 按资金来源
    Source,
    /// 按小区和资金来源
    Both,
}

impl MoneyView {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Community, Self::Source, Self::Both];

    /// As it stands in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Source => "source",
            Self::Both => "both",
        }
    }
}

/// Which money, and how it is summed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct MoneyQuery {
    /// 计划年度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The sheet that comes first.
    pub view: MoneyView,
}
