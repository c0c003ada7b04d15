//! Monthly reports, and the acts on them. A report is named by its project community and its month. Writes take `If-Match`
//! (the version of the report seen, 0 when there is none yet) and `Idempotency-Key`.

use super::{EvidenceView, Saved, endpoint};
use crate::{
    acts::{ReportCorrection, ReportReview},
    exact::{Money, Month, Progress},
    reports::{ReportEntry, ReportFacts, ReportStanding},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

endpoint!(
    /// A page of the reports that one may see: a project owner its own, the office, leaders and the auditor all. Those that
    /// nobody has begun are there too.
    ListReports, Get, "/api/v1/reports", ReportQuery, () => ReportPage
);
endpoint!(
    /// All of them, with what a browser needs to search, filter and sort by itself.
    ListAllReports, Get, "/api/v1/reports/all", (), () => ReportList
);

/// Where the reports of a [`ReportQuery`] are given as a workbook: all of them, not a page.
pub const REPORTS_FILE: &str = "/api/v1/reports/xlsx";

endpoint!(
    /// What waits in 待办: for a project owner its reports that are due or returned, for the office those that were sent.
    ReadReportsWaiting, Get, "/api/v1/reports/waiting", (), () => ReportsWaiting
);
endpoint!(
    /// The report of a month with what its form rests on; without a month the one that waits for its project owner.
    ReadReport, Get, "/api/v1/dossiers/{id}/report", ReportPeriod, () => ReportView
);
endpoint!(
    /// Saves what there is of a month's report; nothing is sent.
    PutReport, Put, "/api/v1/dossiers/{id}/report", (), ReportEntry => Saved
);
endpoint!(
    /// Sends a month's report to the office.
    PostReportSubmission, Post, "/api/v1/dossiers/{id}/report/submission", (), ReportEntry => Saved
);
endpoint!(
    /// Accepts a month's report, or returns it.
    PostReportReview, Post, "/api/v1/dossiers/{id}/report/review", (), ReportReview => Saved
);
endpoint!(
    /// Corrects the figures of the last accepted report.
    PostReportCorrection, Post, "/api/v1/dossiers/{id}/report/correction", (), ReportCorrection => Saved
);

/// Which month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReportPeriod {
    /// `YYYY-MM`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Month>,
}

/// Which reports stand in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportShow {
    /// Every one.
    #[default]
    All,
    /// 待办: what its project owner has to send: due, overdue, begun or returned.
    Waiting,
    /// 未到期
    NotYet,
    /// 逾期
    Overdue,
    /// 退回补正
    Returned,
    /// 待审核
    Sent,
    /// 审核通过
    Accepted,
}

impl ReportShow {
    /// Every list, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::All, Self::Waiting, Self::Overdue, Self::Returned, Self::Sent, Self::Accepted, Self::NotYet];

    /// Whether a report that stands like this is in the list.
    pub const fn holds(self, standing: ReportStanding) -> bool {
        use ReportStanding as S;
        match self {
            Self::All => true,
            Self::Waiting => matches!(standing, S::Due | S::Overdue | S::Draft | S::Returned),
            Self::NotYet => matches!(standing, S::NotYet),
            Self::Overdue => matches!(standing, S::Overdue),
            Self::Returned => matches!(standing, S::Returned),
            Self::Sent => matches!(standing, S::Submitted),
            Self::Accepted => matches!(standing, S::Accepted),
        }
    }
}

/// Which reports, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReportQuery {
    /// Which of them.
    pub show: ReportShow,
    /// Of this month, `YYYY-MM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Month>,
    /// 建设单位
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// A project community.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Uuid>,
    /// Words that are all found in community, code or project owner, by pinyin and initials too; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Filters of columns: `standing:已报;progress:50-100`; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// The column by which the rows are sorted, after `-` from the greatest down; for files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The columns that a file leaves out, with commas between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide: Option<String>,
    /// How many to leave out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// How many to give, at most 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// How many reports there are of each kind, whatever is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportNumbers {
    /// All.
    pub all: i64,
    /// 待办
    pub waiting: i64,
    /// 未到期
    pub not_yet: i64,
    /// 逾期
    pub overdue: i64,
    /// 退回补正
    pub returned: i64,
    /// 待审核
    pub sent: i64,
    /// 审核通过
    pub accepted: i64,
}

impl ReportNumbers {
    /// How many stand in this list.
    pub const fn of(self, show: ReportShow) -> i64 {
        match show {
            ReportShow::All => self.all,
            ReportShow::Waiting => self.waiting,
            ReportShow::NotYet => self.not_yet,
            ReportShow::Overdue => self.overdue,
            ReportShow::Returned => self.returned,
            ReportShow::Sent => self.sent,
            ReportShow::Accepted => self.accepted,
        }
    }

    /// Counts one more.
    pub fn count(&mut self, standing: ReportStanding) {
        let one = |show: ReportShow| i64::from(show.holds(standing));
        self.all += one(ReportShow::All);
        self.waiting += one(ReportShow::Waiting);
        self.not_yet += one(ReportShow::NotYet);
        self.overdue += one(ReportShow::Overdue);
        self.returned += one(ReportShow::Returned);
        self.sent += one(ReportShow::Sent);
        self.accepted += one(ReportShow::Accepted);
    }
}

/// A page of reports: what waits by its deadline, else the latest months first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportPage {
    /// How many there are of each kind.
    pub numbers: ReportNumbers,
    /// How many stand in the list that is shown.
    pub total: i64,
    /// The reports of this page.
    pub rows: Vec<ReportRow>,
    /// The communities of the whole list: identity and name.
    pub communities: Vec<(Uuid, String)>,
    /// The project owners of the whole list.
    pub owners: Vec<String>,
}

/// The reports that one may see, each begun or not, the latest months first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportList {
    /// How many there are; of more than can be listed the latest are.
    pub total: i64,
    /// The reports.
    pub rows: Vec<ReportRow>,
}

/// A report in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportRow {
    /// The project community.
    pub project_community: Uuid,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub community: String,
    /// 建设单位
    pub owner: String,
    /// 月份
    pub period: Month,
    /// The last day on which it is in time.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub standing: ReportStanding,
    /// Whether it was sent after its deadline.
    pub late: bool,
    /// The version of the report, 0 when there is none.
    pub version: i64,
    /// Its figures, once it was begun.
    pub figures: Option<ReportRowFigures>,
    /// 报送时间
    pub submitted_at: Option<DateTime<Utc>>,
    /// How community, code and project owner are read; only where all rows are given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub readings: String,
}

/// The figures of a report in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportRowFigures {
    /// 形象进度
    pub cum_progress: Progress,
    /// 本月完成投资
    pub month_invest: Money,
    /// 累计完成投资
    pub cum_invest: Money,
}

/// The report of a month as its form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportView {
    /// 月份
    pub period: Month,
    /// The version of the report, 0 when there is none.
    pub version: i64,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub community: String,
    /// 建设单位
    pub owner: String,
    /// Planned progress at the month's end, when there is a plan.
    pub planned: Option<Progress>,
    /// What its findings rest on, its own report and the others included.
    pub facts: ReportFacts,
    /// Its photos, in their order.
    pub photos: Vec<EvidenceView>,
}

/// Reports that wait for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportsWaiting {
    /// How many.
    pub count: i64,
    /// The oldest few.
    pub next: Vec<ReportWaiting>,
}

/// A report that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportWaiting {
    /// The project community.
    pub project_community: Uuid,
    /// 小区名称
    pub community: String,
    /// 月份
    pub period: Month,
    /// The last day on which it is in time.
    pub due: Option<NaiveDate>,
}
