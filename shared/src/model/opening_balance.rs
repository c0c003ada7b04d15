//! Where a community stood when the ledger took it over in the middle of its works.

use crate::{
    exact::{Money, Month, Progress},
    policy::stages::Stage,
};
use serde::{Deserialize, Serialize};

/// What was done before the ledger began 「存量项目补录」 (section 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpeningBalance {
    /// 截止月份: reports begin with the month after it.
    pub cutoff: Month,
    /// The stage in which it was taken over.
    pub stage: Stage,
    /// 形象进度
    pub cum_progress: Progress,
    /// 累计完成投资
    pub cum_invest: Money,
    /// 累计到位
    pub received: Money,
    /// 累计支付
    pub paid: Money,
    /// 依据文件
    #[serde(default)]
    pub doc: String,
}
