//! Organisations as the rules see them: who builds, who borrows, and what they may not do.

use crate::policy::items::OperatorKind;
use serde::{Deserialize, Serialize};

/// An organisation 「组织机构」 (clauses 5.3b and 5.3d).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Organisation {
    /// 名称
    pub name: String,
    /// 性质: 县住建局, 城关镇人民政府, 公房管理单位, 企业, or another unit in its own words.
    pub kind: String,
    /// 管线类别 of an operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_kind: Option<OperatorKind>,
    /// 统一社会信用代码
    #[serde(skip_serializing_if = "String::is_empty")]
    pub usci: String,
    /// 平台公司
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lgfv: bool,
    /// 已市场化改制
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub market_reformed: bool,
    /// 承担政府融资职能
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bears_gov_financing: bool,
}
