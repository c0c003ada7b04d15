//! Money borrowed or invested on the market, and who answers for it.

use super::Organisation;
use crate::exact::Money;
use serde::{Deserialize, Serialize};

/// Market financing 「市场化融资」 (clauses 3.5 and 3.6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct MarketFinancing {
    /// 资金代码, F19 to F23.
    pub kind: String,
    /// 债务性; only F21 may be without.
    pub is_debt: bool,
    /// 借款主体; its kind is 企业, 政府部门 or 事业单位.
    pub borrower: Organisation,
    /// 金额
    pub amount: Money,
    /// 政府担保
    pub gov_guarantee: bool,
    /// 财政资金偿还
    pub fiscal_repayment: bool,
}
