//! What the acts on a monthly report have in common: what they leave, and who did it when.

use crate::{
    model::{Dossier, MonthlyReport, ProjectCommunity, ReportEvent},
    policy::stages::ReportStatus,
    reports::{ReportEntry, ReportFacts, report_id},
};
use chrono::{DateTime, NaiveDate, Utc};

/// What an act on a report leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportChanges {
    /// The report.
    pub report: MonthlyReport,
    /// Later reports that are not accepted yet, with 累计 computed anew.
    pub carried: Vec<MonthlyReport>,
    /// The project community, when its stage follows.
    pub project_community: Option<ProjectCommunity>,
}

impl ReportChanges {
    /// The report alone, and what follows from its figures.
    pub(super) fn of(facts: &ReportFacts, report: MonthlyReport) -> Self {
        let carried = facts.carried_on(&report);
        Self { report, carried, project_community: None }
    }

    /// With who did it and when, which an act isn't told: what was sent now, the last event, the last correction.
    #[must_use]
    pub fn stamped(mut self, by: &str, at: DateTime<Utc>) -> Self {
        let report = &mut self.report;
        if report.status == ReportStatus::Submitted && report.submitted_at.is_none() {
            report.submitted_at = Some(at);
            by.clone_into(&mut report.reporter);
        }
        if let Some(event) = report.record.history.last_mut().filter(|event| event.by.is_empty()) {
            by.clone_into(&mut event.by);
        }
        if let Some(correction) = report.record.corrections.last_mut().filter(|last| last.person.is_empty()) {
            by.clone_into(&mut correction.person);
        }
        self
    }

    /// The version that the request has seen: that of its month's report, 0 when there is none.
    pub fn version(dossier: &Dossier, period: crate::exact::Month) -> i64 {
        dossier.reports.iter().find(|report| report.period == period).map_or(0, |report| report.version)
    }
}

/// The report of an entry: the stored one changed, or a new one.
pub(super) fn written(facts: &ReportFacts, entry: &ReportEntry, status: ReportStatus) -> MonthlyReport {
    let stored = facts.report(entry.period).cloned();
    let mut report = stored.unwrap_or_else(|| MonthlyReport {
        id: report_id(facts.project_community, entry.period),
        version: 0,
        project_community: facts.project_community,
        period: entry.period,
        cum_progress: entry.cum_progress,
        month_invest: entry.month_invest,
        cum_invest: entry.cum_invest(facts),
        problems: String::new(),
        next_steps: String::new(),
        reporter: String::new(),
        submitted_at: None,
        status,
        record: crate::model::ReportRecord::default(),
    });
    report.cum_progress = entry.cum_progress;
    report.month_invest = entry.month_invest;
    report.cum_invest = entry.cum_invest(facts);
    entry.problems.trim().clone_into(&mut report.problems);
    entry.next_steps.trim().clone_into(&mut report.next_steps);
    report.record.photos.clone_from(&entry.photos);
    report.status = status;
    report
}

/// What happened to a report today; who did it is stamped by the store.
pub(super) fn event(on: NaiveDate, status: ReportStatus, said: &str) -> ReportEvent {
    ReportEvent { on, by: String::new(), status, said: said.trim().to_owned() }
}
