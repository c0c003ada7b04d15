//! Monthly reports.

use crate::{
    exact::{Money, Month, Progress},
    policy::{office::CorrectionReason, stages::ReportStatus},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A monthly report of a project community 「月度进展」 (clause 5.4c).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthlyReport {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes.
    #[serde(default)]
    pub version: i64,
    /// The project community.
    pub project_community: Uuid,
    /// 月份
    pub period: Month,
    /// 形象进度
    pub cum_progress: Progress,
    /// 本月完成投资
    pub month_invest: Money,
    /// 累计完成投资
    pub cum_invest: Money,
    /// 存在问题
    #[serde(default)]
    pub problems: String,
    /// 下步安排
    #[serde(default)]
    pub next_steps: String,
    /// 报送人 (a post)
    #[serde(default)]
    pub reporter: String,
    /// 报送时间
    #[serde(default)]
    pub submitted_at: Option<DateTime<Utc>>,
    /// 草稿, 已报, 退回 or 已审.
    pub status: ReportStatus,
    /// Photos, what happened to it, corrections.
    #[serde(default, skip_serializing_if = "ReportRecord::is_empty")]
    pub record: ReportRecord,
}

/// What belongs to a report besides its figures and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ReportRecord {
    /// 现场照片, by identity, in the order of the project owner.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Uuid>,
    /// What happened to it, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<ReportEvent>,
    /// 更正, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

impl ReportRecord {
    /// Whether there is nothing.
    pub const fn is_empty(&self) -> bool {
        self.photos.is_empty() && self.history.is_empty() && self.corrections.is_empty()
    }
}

/// What happened to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportEvent {
    /// The day.
    pub on: NaiveDate,
    /// Who, as the audit log names them: a post or a unit.
    pub by: String,
    /// The status that it has from then on.
    pub status: ReportStatus,
    /// What was said, such as why it was returned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
}

/// Why the figures of an accepted report stand differently than they were accepted 「更正」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// 审计核减, 统计核实 or 笔误.
    pub reason: CorrectionReason,
    /// 依据文件
    pub doc: String,
    /// Who entered it: a post.
    pub person: String,
    /// The day.
    pub on: NaiveDate,
    /// 形象进度 until then
    pub cum_progress: Progress,
    /// 累计完成投资 until then
    pub cum_invest: Money,
}
