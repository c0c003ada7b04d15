//! Projects: what is approved and built as one, over one or more communities.

use super::{MarketFinancing, Organisation};
use crate::{
    exact::{Area, Money},
    policy::{
        approvals::Step,
        items::OperatorKind,
        stages::{BondResult, DeliveryMode, Milestone, Requirement, ReviewOpinion, StepStatus},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A project 「改造项目」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Project {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes.
    pub version: i64,
    /// 项目代码
    pub national_code: String,
    /// 项目名称
    pub name: String,
    /// 建设单位
    pub project_owner: String,
    /// 建设方式
    pub delivery_mode: DeliveryMode,
    /// 未达必须招标限额
    pub below_tender_limit: bool,
    /// 责任人
    pub manager_name: String,
    /// 责任人职务
    pub manager_post: String,
    /// 新建
    pub new_build: bool,
    /// 增加面积
    pub adds_floor_area: bool,
    /// 改变结构
    pub changes_structure: bool,
    /// 改变功能
    pub changes_function: bool,
    /// 土地权属变化
    pub land_rights_change: bool,
    /// 告知承诺
    pub pledge: bool,
    /// 公房
    pub public_housing: bool,
    /// 拆除重建
    pub demolish_rebuild: bool,
    /// 合并可研
    pub merged_feasibility: bool,
    /// 新增可售面积
    pub new_saleable_area: Area,
    /// 收益来源
    pub revenue_source: String,
    /// 总投资, when stated.
    pub total_invest: Option<Money>,
    /// The reply to S03 or S03c.
    pub approved: Option<Approved>,
    /// 用地手续
    pub land_paper: Option<String>,
    /// 例外批准文件
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception_paper: Option<String>,
    /// 委托文件
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrusting_paper: Option<String>,
    /// The project owner as an organisation, when more is known than its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_organisation: Option<Organisation>,
    /// 资金平衡方案
    pub balance_plan: Option<BalancePlan>,
    /// 专项债券入库审核
    pub bond_result: BondResult,
    /// 债券发行额
    #[serde(skip_serializing_if = "Money::is_zero")]
    pub bond_issued: Money,
    /// 市场化融资
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub financings: Vec<MarketFinancing>,
    /// 管线单位协议
    pub operator_agreements: Vec<OperatorAgreement>,
    /// 审批事项
    pub steps: Vec<ApprovalStep>,
    /// 联合审查 (S02)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joint_review: Option<JointReview>,
    /// The milestones of clause 5.4b that were reached, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneDay>,
    /// 合同日期
    pub contract_date: Option<NaiveDate>,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            id: Uuid::nil(),
            version: 0,
            national_code: String::new(),
            name: String::new(),
            project_owner: String::new(),
            delivery_mode: DeliveryMode::default(),
            below_tender_limit: false,
            manager_name: String::new(),
            manager_post: String::new(),
            new_build: false,
            adds_floor_area: false,
            changes_structure: false,
            changes_function: false,
            land_rights_change: false,
            pledge: false,
            public_housing: false,
            demolish_rebuild: false,
            merged_feasibility: true,
            new_saleable_area: Area::default(),
            revenue_source: String::new(),
            total_invest: None,
            approved: None,
            land_paper: None,
            exception_paper: None,
            entrusting_paper: None,
            owner_organisation: None,
            balance_plan: None,
            bond_result: BondResult::default(),
            bond_issued: Money::ZERO,
            financings: Vec::new(),
            operator_agreements: Vec::new(),
            steps: Vec::new(),
            joint_review: None,
            milestones: Vec::new(),
            contract_date: None,
        }
    }
}

impl Project {
    /// A step as it stands, when it was entered.
    pub fn step(&self, step: Step) -> Option<&ApprovalStep> {
        self.steps.iter().find(|entry| entry.step == step)
    }
}

/// The approved investment by class (clause 4.2b).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Approved {
    /// 主体改造修缮
    pub body: Money,
    /// 配套基础设施
    pub infra: Money,
    /// 完善类
    pub improvement: Money,
    /// 提升类
    pub upgrade: Money,
    /// 工程建设其他费
    pub other: Money,
    /// 预备费
    pub contingency: Money,
    /// 合计
    pub total: Money,
}

/// A plan that closes a funding gap 「资金平衡方案」 (clause 5.2b).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct BalancePlan {
    /// 文件
    pub doc: String,
    /// 方案已批准
    pub approved: bool,
}

/// An agreement with an operator on a share below the floor 「管线单位协议」 (clause 3.3b).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperatorAgreement {
    /// The operator.
    #[serde(default)]
    pub operator_org: String,
    /// 管线类别
    pub operator_kind: OperatorKind,
    /// 签订日期
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// 不足原因
    #[serde(default)]
    pub shortfall_reason: Option<String>,
}

/// A step of the approvals 「审批事项」 (section 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApprovalStep {
    /// S01 … S13.
    pub step: Step,
    /// 需办, 免办 or 合并办理.
    pub requirement: Requirement,
    /// 未报, 已报, 通过 or 退回.
    pub status: StepStatus,
    /// The day when it was to be passed.
    #[serde(default)]
    pub planned_on: Option<NaiveDate>,
    /// The day when it was passed, or when its waiver was settled.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// 文号
    #[serde(default)]
    pub doc_no: String,
    /// Done as a joint review or joint acceptance.
    #[serde(default)]
    pub joint: bool,
    /// 申报日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<NaiveDate>,
    /// 办理时限 in days from 申报日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_days: Option<u16>,
    /// Whether the study that serves as preliminary design reaches its depth (S03, R-34).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub depth_confirmed: bool,
    /// Why it was returned, or another remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}

/// What the units say of the plan of a project 「联合审查」 (clause 4.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct JointReview {
    /// The opinions by unit; none yet for a unit that is absent.
    pub opinions: BTreeMap<String, ReviewOpinion>,
    /// The day of the review.
    pub date: Option<NaiveDate>,
}

/// A milestone that was reached (clause 5.4b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MilestoneDay {
    /// The milestone.
    pub milestone: Milestone,
    /// The day.
    pub date: NaiveDate,
}

impl ApprovalStep {
    /// A step of which nothing has been entered yet.
    pub const fn new(step: Step, requirement: Requirement) -> Self {
        Self {
            step,
            requirement,
            status: StepStatus::NotSubmitted,
            planned_on: None,
            date: None,
            doc_no: String::new(),
            joint: false,
            submitted_on: None,
            limit_days: None,
            depth_confirmed: false,
            remark: String::new(),
        }
    }
}
