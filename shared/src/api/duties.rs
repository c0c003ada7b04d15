//! The tasks of the units, and the acts on them. Writes take `If-Match` (the version seen) and `Idempotency-Key`.

use super::{Saved, endpoint};
use crate::{
    acts::{ArisenDuty, DutyEntry, DutyReview, DutyWaiver},
    exact::Period,
    indicators::ProgrammeFacts,
    model::{DutyTask, Evidence},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

endpoint!(
    /// A page of the tasks that one may see: a unit its own, the office, leaders and the auditor all.
    ListDuties, Get, "/api/v1/duties", DutyQuery, () => DutyPage
);
endpoint!(
    /// A task with its evidence and what happened to it.
    ReadDuty, Get, "/api/v1/duties/{id}", (), () => DutyView
);
endpoint!(
    /// How duties stand, as 职责落实情况 shows it: the facts of the programme with its duties alone, without plans and
    /// communities, so that they cost the same however many communities there are.
    ReadDutyProgress, Get, "/api/v1/duties/progress", (), () => ProgrammeFacts
);
endpoint!(
    /// Saves what was done so far; nothing is sent.
    PutDuty, Put, "/api/v1/duties/{id}", (), DutyEntry => Saved
);
endpoint!(
    /// Sends a task to the office.
    PostSubmission, Post, "/api/v1/duties/{id}/submission", (), DutyEntry => Saved
);
endpoint!(
    /// Says that a task doesn't concern the unit.
    PostWaiver, Post, "/api/v1/duties/{id}/waiver", (), DutyWaiver => Saved
);
endpoint!(
    /// Confirms a task, or returns it.
    PostReview, Post, "/api/v1/duties/{id}/review", (), DutyReview => Saved
);
endpoint!(
    /// Enters a duty that has arisen.
    PostArisen, Post, "/api/v1/duties", (), ArisenDuty => Saved
);
endpoint!(
    /// Records that units were reminded of tasks (催办).
    PostReminder, Post, "/api/v1/duties/reminders", (), DutyReminder => Saved
);

/// Where the tasks of a [`DutyQuery`] are given as a workbook: all of them, not a page.
pub const DUTIES_FILE: &str = "/api/v1/duties/xlsx";
/// Where 职责落实情况 is given as a workbook, as a [`DutyStandingQuery`] says.
pub const DUTY_STANDING_FILE: &str = "/api/v1/duties/progress/xlsx";

/// Which tasks stand in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyShow {
    /// Every task.
    #[default]
    All,
    /// 未办结: neither sent nor closed.
    Open,
    /// 逾期
    Overdue,
    /// 待审核
    Sent,
    /// 已办结: confirmed or not concerned.
    Closed,
}

/// Which tasks, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DutyQuery {
    /// Which of them.
    pub show: DutyShow,
    /// A unit, by code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// A project community.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Uuid>,
    /// Due in this year, or open without a due date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Due in this month, `YYYY-MM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<crate::exact::Month>,
    /// How many to leave out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// How many to give, at most 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// How 职责落实情况 is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DutyStandingQuery {
    /// The year of the heat map; that of the day when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The column by which units are sorted, with `-` before it from high to low.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
}

/// How many tasks there are of each kind, whatever is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyNumbers {
    /// All.
    pub all: i64,
    /// 未办结
    pub open: i64,
    /// 逾期
    pub overdue: i64,
    /// 待审核
    pub sent: i64,
    /// 已办结
    pub closed: i64,
}

impl DutyNumbers {
    /// How many stand in this list.
    pub const fn of(self, show: DutyShow) -> i64 {
        match show {
            DutyShow::All => self.all,
            DutyShow::Open => self.open,
            DutyShow::Overdue => self.overdue,
            DutyShow::Sent => self.sent,
            DutyShow::Closed => self.closed,
        }
    }
}

/// A page of tasks: what is overdue first, then what is due next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyPage {
    /// How many there are of each kind.
    pub numbers: DutyNumbers,
    /// The tasks of this page.
    pub rows: Vec<DutyRow>,
    /// The communities that tasks of the whole list belong to: identity and name.
    pub communities: Vec<(Uuid, String)>,
}

/// A task in a list. What it is, by whom and on which clause stands in the tables of the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyRow {
    /// Identity.
    pub id: Uuid,
    /// The version to name when it is changed.
    pub version: i64,
    /// `11.2`
    pub duty: String,
    /// The unit, by code, or the name of another body.
    pub owner: String,
    /// The project community.
    pub project_community: Option<Uuid>,
    /// 小区名称
    pub community: String,
    /// The period.
    pub period: Option<Period>,
    /// What arose.
    pub occasion: String,
    /// 办理时限
    pub due: Option<NaiveDate>,
    /// 状态
    pub status: TaskStatus,
    /// The day when it was sent last.
    pub submitted_on: Option<NaiveDate>,
    /// Why it doesn't concern the unit.
    pub reason: String,
}

/// A task as its unit and the office see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyView {
    /// The task.
    pub task: DutyTask,
    /// 小区名称
    pub community: String,
    /// Its evidence, in its order, then what was sent earlier.
    pub evidence: Vec<EvidenceView>,
}

/// A file, and where else the same one was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceView {
    /// The file.
    pub evidence: Evidence,
    /// Whether there is a small preview.
    pub preview: bool,
    /// Other tasks to which the same content was given.
    pub elsewhere: Vec<SameContent>,
}

/// Another task to which the same content was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SameContent {
    /// The task.
    pub task: Uuid,
    /// Its duty.
    pub duty: String,
    /// Its unit.
    pub owner: String,
    /// 小区名称
    pub community: String,
    /// Its period.
    pub period: Option<Period>,
}

/// Tasks of which their units were reminded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyReminder {
    /// The tasks.
    pub tasks: Vec<Uuid>,
}
