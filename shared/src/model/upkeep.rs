//! What happens to a community after its renovation.

use crate::exact::Money;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Property management after the works 「后续管理」 (clauses 5.5b and 5.5c).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PropertyManagement {
    /// 业委会成立日期
    pub committee: Option<NaiveDate>,
    /// 依法代行组织, which stands in for the committee.
    pub stand_in: Option<String>,
    /// 管理模式: 专业物业, 社区托管, 自管 or 单位管理.
    pub mode: Option<String>,
    /// 服务内容
    pub services: Option<String>,
    /// 收费标准 in fen per ㎡ and month; 0 is a decision, none is an empty field.
    pub fee: Option<Money>,
}
