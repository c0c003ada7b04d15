//! Every month of the works has its report from the month's first day on, whether anybody has begun it or not.

use crate::{
    exact::{Month, end_of_day},
    model::{Calendar, MonthlyReport},
    policy::{parameters::Settings, stages::ReportStatus},
    rules::{
        r46_report_deadline::{ReportMonth, ReportState, due_day, state},
        works_period::WorksPeriod,
    },
    vocabulary::vocabulary,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

vocabulary! {
    /// How the report of a month stands on a day.
    ReportStanding {
        /// The month is still running and nothing was begun.
        NotYet = "未到期", "not due yet";
        /// The month is over, its deadline is not.
        Due = "待报", "due";
        /// The deadline has passed and nothing was sent.
        Overdue = "逾期", "overdue";
        Draft = "草稿", "draft";
        Submitted = "已报", "submitted";
        Returned = "退回", "returned";
        Accepted = "已审", "accepted";
    }
}

impl ReportStanding {
    /// What people read.
    pub const fn shown(self) -> crate::language::Text {
        match self {
            Self::Submitted => ReportStatus::Submitted.shown(),
            Self::Returned => ReportStatus::Returned.shown(),
            Self::Accepted => ReportStatus::Accepted.shown(),
            other => other.text(),
        }
    }

    /// Whether it waits for the project owner.
    pub const fn waits_for_owner(self) -> bool {
        matches!(self, Self::NotYet | Self::Due | Self::Overdue | Self::Draft | Self::Returned)
    }
}

/// What is stored of a month's report, as far as its standing depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// 月份
    pub period: Month,
    /// 草稿, 已报, 退回 or 已审.
    pub status: ReportStatus,
    /// 报送时间
    pub submitted_at: Option<DateTime<Utc>>,
}

impl From<&MonthlyReport> for Filed {
    fn from(report: &MonthlyReport) -> Self {
        Self { period: report.period, status: report.status, submitted_at: report.submitted_at }
    }
}

/// The report of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedReport {
    /// 月份
    pub period: Month,
    /// The last day on which it is in time; none for a month that is not asked for and has a report all the same.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub standing: ReportStanding,
    /// Whether it was in time, as chart L-10 counts it.
    pub state: ReportState,
}

/// The reports that a project community has on a day, by month: one for each month of its works that has begun, and what is
/// stored of other months. Before the works began (`works` is none) only the latter.
pub fn expected(
    works: Option<WorksPeriod>,
    filed: impl IntoIterator<Item = Filed>,
    settings: &Settings,
    calendar: &Calendar,
    today: NaiveDate,
) -> Vec<ExpectedReport> {
    let filed: BTreeMap<Month, Filed> = filed.into_iter().map(|report| (report.period, report)).collect();
    let months = works.into_iter().flat_map(|works| works.months(Month::of(today)));
    let mut periods: Vec<Month> = months.chain(filed.keys().copied()).collect();
    periods.sort_unstable();
    periods.dedup();
    let of = |period| standing_of(period, filed.get(&period), works, due_day(period, settings, calendar), today);
    periods.into_iter().map(of).collect()
}

fn standing_of(
    period: Month,
    filed: Option<&Filed>,
    works: Option<WorksPeriod>,
    due: NaiveDate,
    today: NaiveDate,
) -> ExpectedReport {
    let is_asked_for = works.is_some_and(|works| works.holds(period));
    let is_over = is_asked_for && today > due;
    let standing = match filed.map(|report| report.status) {
        Some(ReportStatus::Accepted) => ReportStanding::Accepted,
        Some(ReportStatus::Submitted) => ReportStanding::Submitted,
        Some(ReportStatus::Returned) => ReportStanding::Returned,
        Some(ReportStatus::Draft) | None if is_over => ReportStanding::Overdue,
        Some(ReportStatus::Draft) => ReportStanding::Draft,
        None if today <= period.last_day() => ReportStanding::NotYet,
        None => ReportStanding::Due,
    };
    // One returned for correction is none.
    let sent = filed.filter(|report| matches!(report.status, ReportStatus::Submitted | ReportStatus::Accepted));
    let month = ReportMonth { period, submitted_at: sent.and_then(|report| report.submitted_at), due };
    let began = today.pred_opt().map_or(DateTime::<Utc>::MIN_UTC, end_of_day);
    let state = works.map_or(ReportState::NotDue, |works| state(&month, &works, began));
    ExpectedReport { period, due: is_asked_for.then_some(due), standing, state }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn filed(period: &str, status: ReportStatus, sent: Option<&str>) -> Filed {
        let submitted_at = sent.map(|at| at.parse().unwrap());
        Filed { period: month(period), status, submitted_at }
    }

    fn shown(works: Option<WorksPeriod>, filed: Vec<Filed>, today: &str) -> Vec<String> {
        let found = expected(works, filed, &Settings::default(), &Calendar::default(), day(today));
        let due = |due: Option<NaiveDate>| due.map_or_else(|| "-".to_owned(), |due| due.to_string());
        found
            .iter()
            .map(|one| format!("{} {} {} {}", one.period, one.standing, due(one.due), one.state.code()))
            .collect()
    }

    #[test]
    fn a_month_has_its_report_from_its_first_day_to_its_deadline_and_after_it() {
        let works = Some(WorksPeriod { first: month("2022-04"), last: None });
        let of = |today| shown(works, Vec::new(), today).last().cloned().unwrap_or_default();
        assert_eq!(of("2022-03-31"), "");
        assert_eq!(of("2022-04-01"), "2022-04 未到期 2022-05-05 not_due");
        assert_eq!(of("2022-04-30"), "2022-04 未到期 2022-05-05 not_due");
        let april = |today| shown(works, Vec::new(), today)[0].clone();
        assert_eq!(april("2022-05-01"), "2022-04 待报 2022-05-05 not_due");
        assert_eq!(april("2022-05-05"), "2022-04 待报 2022-05-05 not_due");
        assert_eq!(april("2022-05-06"), "2022-04 逾期 2022-05-05 missing");
        assert_eq!(shown(works, Vec::new(), "2022-05-06").len(), 2, "that of May has begun");
    }

    #[test]
    fn what_is_stored_says_how_it_stands_and_a_late_draft_is_overdue() {
        let works = Some(WorksPeriod { first: month("2022-04"), last: Some(month("2022-08")) });
        let stored = vec![
            filed("2022-04", ReportStatus::Accepted, Some("2022-05-05T23:59:59+08:00")),
            filed("2022-05", ReportStatus::Submitted, Some("2022-06-06T00:00:00+08:00")),
            filed("2022-06", ReportStatus::Returned, Some("2022-07-01T00:00:00+08:00")),
            filed("2022-07", ReportStatus::Draft, None),
            filed("2022-08", ReportStatus::Draft, None),
            filed("2023-01", ReportStatus::Accepted, None),
        ];
        assert_eq!(
            shown(works, stored, "2022-08-20"),
            [
                "2022-04 已审 2022-05-05 on_time",
                "2022-05 已报 2022-06-05 late",
                "2022-06 退回 2022-07-05 missing",
                "2022-07 逾期 2022-08-05 missing",
                "2022-08 草稿 2022-09-05 not_due",
                "2023-01 已审 - not_due",
            ]
        );
    }

    #[test]
    fn before_the_works_none_is_asked_for() {
        assert!(shown(None, Vec::new(), "2022-05-06").is_empty());
        let stored = vec![filed("2022-04", ReportStatus::Draft, None)];
        assert_eq!(shown(None, stored, "2022-09-01"), ["2022-04 草稿 - not_due"]);
    }

    #[test]
    fn every_standing_has_words_and_some_wait_for_the_owner() {
        assert_eq!(ReportStanding::Submitted.shown().zh, "已提交");
        assert_eq!(ReportStanding::Returned.shown().zh, "退回补正");
        assert_eq!(ReportStanding::Accepted.shown().zh, "审核通过");
        assert_eq!(ReportStanding::Due.shown().zh, "待报");
        assert_eq!(ReportStanding::ALL.iter().filter(|standing| standing.waits_for_owner()).count(), 5);
    }
}
