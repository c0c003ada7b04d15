//! What the indicators read of each community: sums, not rows, so that thousands of communities stay small.

use crate::{
    exact::{Area, Money, Month, Progress},
    model::{AnnualPlan, Programme},
    policy::{
        approvals::Step,
        funding::SourceGroup,
        stages::{Requirement, Stage, StepStatus},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The facts of a programme on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeFacts {
    /// The programme with its parameters.
    pub programme: Programme,
    /// The day.
    pub as_of: NaiveDate,
    /// Counts the saved changes of the whole programme; an answer of a later revision is newer.
    pub revision: i64,
    /// The annual plans.
    pub plans: Vec<AnnualPlan>,
    /// The project communities, by plan year and code.
    pub communities: Vec<CommunityFacts>,
}

/// The facts of one project community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityFacts {
    /// The project community.
    pub id: Uuid,
    /// The community; it counts once in targets.
    pub community: Uuid,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub name: String,
    /// 计划年度
    pub plan_year: i32,
    /// The plan into which it was entered.
    pub plan: Option<Uuid>,
    /// 阶段
    pub stage: Stage,
    /// 建设单位
    pub project_owner: String,
    /// 责任人
    pub manager_name: String,
    /// Buildings in scope: number, households and area, so that a building counts once over projects.
    pub buildings: Vec<(String, i64, Area)>,
    /// 改造户数
    pub households: i64,
    /// 改造面积
    pub area: Area,
    /// Investment by item, lines that are not 取消.
    pub invest: Vec<(String, Money)>,
    /// Money by source.
    pub sources: Vec<SourceFacts>,
    /// Received by month.
    pub received: Vec<(Month, SourceGroup, Money)>,
    /// Paid by month.
    pub paid: Vec<(Month, SourceGroup, Money)>,
    /// The approved investment, the weight of its progress; Σ of lines when nothing is approved yet.
    pub weight: Money,
    /// 计划开工
    pub planned_start: Option<NaiveDate>,
    /// 实际开工
    pub actual_start: Option<NaiveDate>,
    /// 计划竣工
    pub planned_finish: Option<NaiveDate>,
    /// 实际竣工
    pub completed_on: Option<NaiveDate>,
    /// Planned cumulative progress by month.
    pub baseline: Vec<(Month, Progress)>,
    /// Accepted reports by month.
    pub reports: Vec<ReportFacts>,
    /// Steps of the approvals that have a planned date or a date.
    pub steps: Vec<StepFacts>,
    /// Findings at the next gate.
    pub findings: FindingCounts,
}

/// The money of one source group of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFacts {
    /// 资金代码
    pub funding: String,
    /// The group of L-05; that of F18 follows its level.
    pub group: SourceGroup,
    /// Whether it is 财政资金.
    pub fiscal: bool,
    /// 落实
    pub secured: Money,
    /// 落实 in cash: not goods, not labour.
    pub secured_cash: Money,
    /// 拟争取
    pub applied_for: Money,
    /// 到位
    pub received: Money,
    /// 支付
    pub paid: Money,
}

/// An accepted report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFacts {
    /// 月份
    pub period: Month,
    /// 形象进度
    pub cum_progress: Progress,
    /// 累计完成投资
    pub cum_invest: Money,
    /// 存在问题
    pub problems: String,
}

/// An approval step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepFacts {
    /// S01 … S13.
    pub step: Step,
    /// 需办, 免办 or 合并办理.
    pub requirement: Requirement,
    /// 未报, 已报, 通过 or 退回.
    pub status: StepStatus,
    /// Planned date.
    pub planned_on: Option<NaiveDate>,
    /// Date.
    pub date: Option<NaiveDate>,
}

/// How many findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCounts {
    /// Those that stop the next gate.
    pub stops: i64,
    /// Warnings at the next gate.
    pub warnings: i64,
}
