//! A community within a project: the unit of stage, money and reports.

use super::{
    BuildingSelection, ConsentRound, FactRecord, MoneyCorrection, OpeningBalance, PropertyManagement, StageRecord,
};
use crate::{
    exact::{Area, Money, Month, Progress},
    policy::{
        funding::Level,
        items::{Class, OperatorKind},
        stages::{CommitmentStatus, Component, LineStatus, Location, Stage},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A community within a project 「项目小区」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ProjectCommunity {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes.
    pub version: i64,
    /// The project.
    pub project: Uuid,
    /// The community.
    pub community: Uuid,
    /// 计划年度
    pub plan_year: i32,
    /// The plan that it was entered into (列入年度计划).
    pub plan: Option<Uuid>,
    /// The day of 列入年度计划.
    pub entered_on: Option<NaiveDate>,
    /// 阶段
    pub stage: Stage,
    /// 改造户数
    pub scope_households: i64,
    /// 改造面积
    pub scope_area: Area,
    /// 改造楼栋数, when stated.
    pub scope_count: Option<i64>,
    /// 总投资, when stated.
    pub total_invest: Option<Money>,
    /// 计划开工
    pub planned_start: Option<NaiveDate>,
    /// 实际开工
    pub actual_start: Option<NaiveDate>,
    /// 计划竣工
    pub planned_finish: Option<NaiveDate>,
    /// 实际竣工
    pub completed_on: Option<NaiveDate>,
    /// 调出日期
    pub withdrawn_on: Option<NaiveDate>,
    /// 存量项目补录
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<OpeningBalance>,
    /// 据实登记
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fact_records: Vec<FactRecord>,
    /// 表决
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consent_rounds: Vec<ConsentRound>,
    /// 调出 and revoked acceptances, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stage_records: Vec<StageRecord>,
    /// 后续管理
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property_management: Option<PropertyManagement>,
    /// Planned cumulative progress by month.
    pub baseline: Vec<Baseline>,
    /// 投资明细
    pub lines: Vec<InvestmentLine>,
    /// 资金落实
    pub commitments: Vec<FundingCommitment>,
    /// 资金到位
    pub receipts: Vec<Receipt>,
    /// 资金支付
    pub payments: Vec<Disbursement>,
    /// 更正: rows of money that were entered wrongly.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub money_corrections: Vec<MoneyCorrection>,
}

/// The funding code of special bonds.
pub const SPECIAL_BONDS: &str = "F12";

impl ProjectCommunity {
    /// What has arrived from a source.
    pub fn received_from(&self, source: &Source) -> Money {
        self.receipts.iter().filter(|receipt| receipt.source == *source).map(|receipt| receipt.amount).sum()
    }

    /// What was paid from a source.
    pub fn paid_from(&self, source: &Source) -> Money {
        self.payments.iter().filter(|payment| payment.source == *source).map(|payment| payment.amount).sum()
    }

    /// Whether special bonds are to pay for it (clause 3.2c).
    pub fn has_special_bonds(&self) -> bool {
        self.commitments.iter().any(|commitment| commitment.funding == SPECIAL_BONDS)
    }

    /// What was paid from special bonds.
    pub fn paid_from_bonds(&self) -> Money {
        let of_bonds = self.payments.iter().filter(|payment| payment.source.funding == SPECIAL_BONDS);
        of_bonds.map(|payment| payment.amount).sum()
    }
}

/// Planned cumulative progress at a month's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Baseline {
    /// The month.
    pub period: Month,
    /// 计划进度
    pub cum_progress: Progress,
}

/// What is built, for how much 「投资明细」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct InvestmentLine {
    /// 明细编号, unique within the project community.
    pub id: String,
    /// 改造项代码
    pub item: String,
    /// 类别
    pub category: Option<Class>,
    /// 楼栋
    pub buildings: BuildingSelection,
    /// 数量, as typed: a decimal above 0. Kept as text because units differ and nothing is summed across items.
    #[serde(deserialize_with = "quantity", serialize_with = "number")]
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::schemas::quantity))]
    pub quantity: String,
    /// 计量单位
    pub unit: String,
    /// 费用构成
    pub component: Option<Component>,
    /// 管线类别
    pub operator_kind: Option<OperatorKind>,
    /// 位置
    pub location: Location,
    /// 投资
    pub amount: Money,
    /// 实施主体
    pub implementing_party: Option<ImplementingParty>,
    /// 改造后产权单位
    pub owner_after: String,
    /// 产权单位
    pub owner: Option<String>,
    /// 维护单位
    pub maintainer: Option<String>,
    /// 状态
    pub status: LineStatus,
}

/// Who does the works 「实施主体」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ImplementingParty {
    /// 企业, 管线专营单位 or another.
    pub kind: String,
    /// 管线类别 of an operator.
    pub operator_kind: Option<OperatorKind>,
}

/// Money that is meant for a line 「资金落实」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct FundingCommitment {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// The line that it pays.
    pub line: String,
    /// 资金代码
    pub funding: String,
    /// 资金子类: the sector of F18, the mode of F21, the trade of F05.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_kind: Option<String>,
    /// 级次
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 出资单位
    #[serde(skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// 管线类别 (F15)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_kind: Option<OperatorKind>,
    /// 文件列明项目 (F11, F18 其他)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed_items: Vec<String>,
    /// 金额
    pub amount: Money,
    /// 实物
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_kind: bool,
    /// 计价依据
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valuation_basis: Option<String>,
    /// 文件
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// 落实状态
    pub status: CommitmentStatus,
}

impl FundingCommitment {
    /// The source to which receipts and payments belong.
    pub fn source(&self) -> Source {
        Source {
            funding: self.funding.clone(),
            sub_kind: self.sub_kind.clone().unwrap_or_default(),
            level: self.level,
            provider: self.provider.clone(),
        }
    }
}

/// A source of money of a project community.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Source {
    /// 资金代码
    pub funding: String,
    /// 资金子类
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sub_kind: String,
    /// 级次
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 出资单位
    #[serde(skip_serializing_if = "String::is_empty")]
    pub provider: String,
}

/// Money that arrived 「资金到位」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// Identity.
    pub id: Uuid,
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// 日期
    pub date: NaiveDate,
    /// 金额
    pub amount: Money,
    /// 文号
    #[serde(default)]
    pub doc_no: String,
    /// 凭证
    #[serde(default)]
    pub voucher: String,
}

/// Money that was paid 「资金支付」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Disbursement {
    /// Identity.
    pub id: Uuid,
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// 明细编号
    pub line: String,
    /// 日期
    pub date: NaiveDate,
    /// 金额
    pub amount: Money,
    /// 文号
    #[serde(default)]
    pub doc_no: String,
    /// 凭证
    #[serde(default)]
    pub voucher: String,
    /// 收款单位
    #[serde(default)]
    pub payee: String,
    /// 用途
    #[serde(default)]
    pub purpose: String,
}

/// A quantity comes as a JSON number or as its text, and is kept as it was written.
fn quantity<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::Number(number) => Ok(number.to_string()),
        serde_json::Value::String(text) => Ok(text),
        serde_json::Value::Null => Ok(String::new()),
        other => Err(serde::de::Error::custom(format!("a quantity is a number, not {other}"))),
    }
}

fn number<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match text.parse::<serde_json::Number>() {
        Ok(number) => number.serialize(serializer),
        Err(_) => serializer.serialize_str(text),
    }
}
