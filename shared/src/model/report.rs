//! Monthly reports.

use crate::{
    exact::{Money, Month, Progress},
    policy::stages::ReportStatus,
};
use chrono::{DateTime, Utc};
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
}
