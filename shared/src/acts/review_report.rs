//! The office accepts a month's report, or returns it and says why.

use super::{
    Act, Decision, Verdict,
    duty::too_long,
    report::{ReportChanges, event},
};
use crate::{
    exact::{Month, Progress},
    finding::{Finding, Severity},
    language::Text,
    model::{Dossier, MonthlyReport, ProjectCommunity},
    policy::stages::{ReportStatus, Stage},
    reports::{ReportFacts, judged_figures},
    rules::r47_cumulative_figures::Cumulative,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 审核月报. Reports are accepted in the order of their months, so that each follows figures that stand.
#[derive(Clone, Copy, Debug)]
pub struct ReviewReport;

/// What the office says of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportReview {
    /// 月份
    pub period: Month,
    /// 通过 or 退回.
    pub verdict: Verdict,
    /// Why; must be said when it is returned.
    #[serde(default)]
    pub said: String,
}

impl Act for ReviewReport {
    const NAME: &'static str = "review_report";
    const TITLE: Text = Text::new("审核月报", "Review a monthly report");
    type Request = ReportReview;
    type Facts = Dossier;
    type Changes = ReportChanges;

    fn decide(
        dossier: &Dossier,
        request: &ReportReview,
        today: NaiveDate,
    ) -> Result<Decision<ReportChanges>, Vec<Finding>> {
        let facts = ReportFacts::of(dossier);
        let Some(report) = facts.report(request.period) else {
            return Err(vec![Finding::malformed("period", "no_report")]);
        };
        let mut stops = too_long("said", &request.said);
        let (status, judged) = match request.verdict {
            Verdict::Accept => (ReportStatus::Accepted, accepting(&facts, report, today)),
            Verdict::Return => (ReportStatus::Returned, returning(&facts, report, &request.said)),
        };
        let (errors, warnings): (Vec<_>, Vec<_>) =
            judged.into_iter().partition(|finding| finding.severity == Severity::E);
        stops.extend(errors);
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut after = MonthlyReport { status, ..report.clone() };
        after.record.history.push(event(today, status, &request.said));
        let project_community = under_way(dossier, &after);
        Ok(Decision { changes: ReportChanges { project_community, ..ReportChanges::of(&facts, after) }, warnings })
    }
}

/// What is said of accepting a report: that it was sent, that none before it waits, and its figures once more.
fn accepting(facts: &ReportFacts, report: &MonthlyReport, today: NaiveDate) -> Vec<Finding> {
    if report.status != ReportStatus::Submitted {
        return vec![Finding::malformed("status", "report_not_sent")];
    }
    if facts.waiting_before(report.period).is_some() {
        return vec![Finding::malformed("period", "earlier_report_waits")];
    }
    let current = Cumulative { cum_progress: report.cum_progress, cum_invest: report.cum_invest };
    judged_figures(facts, facts.accepted_before(report.period), current, report.month_invest, None, today)
}

/// What stops returning a report: it was never sent, a later one was accepted on its figures, or no reason is given.
fn returning(facts: &ReportFacts, report: &MonthlyReport, said: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    match report.status {
        ReportStatus::Submitted => {}
        ReportStatus::Accepted if facts.accepted_after(report.period).is_none() => {}
        ReportStatus::Accepted => found.push(Finding::malformed("period", "later_report_accepted")),
        ReportStatus::Draft | ReportStatus::Returned => found.push(Finding::malformed("status", "report_not_sent")),
    }
    if said.trim().is_empty() {
        found.push(Finding::malformed("said", "what_is_missing"));
    }
    found
}

/// 新开工 → 在建: by the first accepted report with progress (section 7).
fn under_way(dossier: &Dossier, report: &MonthlyReport) -> Option<ProjectCommunity> {
    let entry = &dossier.project_community;
    let begins = entry.stage == Stage::NewStart
        && report.status == ReportStatus::Accepted
        && report.cum_progress > Progress::default();
    begins.then(|| ProjectCommunity { stage: Stage::UnderWay, ..entry.clone() })
}
