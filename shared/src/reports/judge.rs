//! What the rules say of a report while it is written, and what of it stops which act.

use super::ReportFacts;
use crate::{
    exact::{Money, Month, Progress, end_of_day},
    finding::Finding,
    model::MonthlyReport,
    rules::{
        r30_overrun,
        r46_report_deadline::{self, ReportMonth, due_day},
        r47_cumulative_figures::{self, Correction, Cumulative, ReportFigures},
        r48_one_report_a_month::{self, NewReport},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The largest amount that every JSON reader keeps exact: 2^53 − 1 fen.
const LARGEST_AMOUNT: Money = Money::from_fen((1 << 53) - 1);
/// The longest text of a report, in characters.
const LONGEST_TEXT: usize = 4000;
/// The most photos of a report.
const MOST_PHOTOS: usize = 20;

/// A report as a project owner enters it. 累计完成投资 is computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportEntry {
    /// 月份
    pub period: Month,
    /// 形象进度, in tenths of a percent.
    pub cum_progress: Progress,
    /// 本月完成投资, in fen.
    pub month_invest: Money,
    /// 存在问题
    #[serde(default)]
    pub problems: String,
    /// 下步安排
    #[serde(default)]
    pub next_steps: String,
    /// 现场照片, by identity.
    #[serde(default)]
    pub photos: Vec<Uuid>,
}

impl ReportEntry {
    /// What was stored of a report, to be changed.
    pub fn of(report: &MonthlyReport) -> Self {
        Self {
            period: report.period,
            cum_progress: report.cum_progress,
            month_invest: report.month_invest,
            problems: report.problems.clone(),
            next_steps: report.next_steps.clone(),
            photos: report.record.photos.clone(),
        }
    }

    /// 累计完成投资: what the month follows and the month's own.
    pub fn cum_invest(&self, facts: &ReportFacts) -> Money {
        facts.before(self.period).cum_invest.plus(self.month_invest)
    }
}

/// Everything that is said of a report, in the order of A-01: what can't be read, R-30, R-46, R-47 and R-48.
pub fn findings(facts: &ReportFacts, entry: &ReportEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = recorded_findings(facts, entry, entry.cum_invest(facts), today);
    found.extend(is_late(facts, entry.period, today));
    found.sort_by(Finding::order);
    found
}

/// What is said of a report whenever it is sent; 累计完成投资 is computed in a form and given in a file.
pub(crate) fn recorded_findings(
    facts: &ReportFacts,
    entry: &ReportEntry,
    cum_invest: Money,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = malformed(entry);
    found.extend(month_findings(facts, entry.period, today));
    let current = Cumulative { cum_progress: entry.cum_progress, cum_invest };
    let previous = facts.before(entry.period);
    found.extend(judged_figures(facts, previous, current, entry.month_invest, None, today));
    found.extend(fits_under_later(facts, entry.period, current));
    found
}

/// Of these what stops saving: what can't be read, and a month that has no report.
pub(crate) fn stops(facts: &ReportFacts, entry: &ReportEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = malformed(entry);
    found.extend(month_findings(facts, entry.period, today));
    found.sort_by(Finding::order);
    found
}

/// whether a month has a report at all; what is said of it stands before anything is typed.
pub fn month_findings(facts: &ReportFacts, period: Month, today: NaiveDate) -> Vec<Finding> {
    r48_one_report_a_month::check(&NewReport {
        period,
        // A report that is there is changed, not begun anew.
        existing: &[],
        current_month: Month::of(today),
        works: facts.works,
    })
}

/// R-47 over the month and R-30 over the whole project.
pub(crate) fn judged_figures(
    facts: &ReportFacts,
    previous: Cumulative,
    current: Cumulative,
    month_invest: Money,
    correction: Option<Correction<'_>>,
    today: NaiveDate,
) -> Vec<Finding> {
    let figures = ReportFigures { previous, current, month_invest, quantities: &[], correction };
    let mut found = r47_cumulative_figures::check(&figures);
    let of_project = facts.others_invest.plus(current.cum_invest);
    found.extend(r30_overrun::check(facts.approved_total, of_project, &facts.settings, today));
    found
}

/// A report that comes after a later one was accepted leaves the later one's figures in place.
fn fits_under_later(facts: &ReportFacts, period: Month, current: Cumulative) -> Vec<Finding> {
    let Some(later) = facts.accepted_after(period) else { return Vec::new() };
    let mut found = Vec::new();
    if current.cum_progress > later.cum_progress {
        found.push(Finding::malformed("cum_progress", "above_later_report"));
    }
    if current.cum_invest > later.cum_invest.minus(later.month_invest.or_zero()) {
        found.push(Finding::malformed("month_invest", "above_later_report"));
    }
    found
}

/// R-46, told to whoever sends it now.
fn is_late(facts: &ReportFacts, period: Month, today: NaiveDate) -> Option<Finding> {
    let began = today.pred_opt().map_or(DateTime::<Utc>::MIN_UTC, end_of_day);
    let due = due_day(period, &facts.settings, &facts.calendar);
    r46_report_deadline::check(&ReportMonth { period, submitted_at: Some(began), due }, &facts.works?, began)
}

/// What can't be read in an entry.
fn malformed(entry: &ReportEntry) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in [("problems", &entry.problems), ("next_steps", &entry.next_steps)] {
        if text.chars().count() > LONGEST_TEXT {
            found.push(Finding::malformed(path, "too_long"));
        }
    }
    if entry.month_invest > LARGEST_AMOUNT || entry.month_invest < Money::ZERO.minus(LARGEST_AMOUNT) {
        found.push(Finding::malformed("month_invest", "too_large"));
    }
    let mut seen = BTreeSet::new();
    for (index, photo) in entry.photos.iter().enumerate() {
        if !seen.insert(photo) {
            found.push(Finding::malformed(format!("photos/{index}"), "repeated_id"));
        }
    }
    if entry.photos.len() > MOST_PHOTOS {
        found.push(Finding::malformed("photos", "too_many_photos"));
    }
    found
}

/// Photos that are not there, or were not brought for this: `known` are those that are.
pub fn unknown_photos(photos: &[Uuid], known: &[Uuid]) -> Vec<Finding> {
    let unknown = photos.iter().enumerate().filter(|(_, photo)| !known.contains(photo));
    unknown.map(|(index, _)| Finding::malformed(format!("photos/{index}"), "unknown_evidence")).collect()
}
