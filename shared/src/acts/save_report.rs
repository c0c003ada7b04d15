//! Saving what a project owner has of a month's report, before it is sent.

use super::{
    Act, Decision,
    report::{ReportChanges, written},
};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    model::{Dossier, MonthlyReport},
    policy::stages::ReportStatus,
    reports::{self, ReportEntry, ReportFacts},
};
use chrono::NaiveDate;

/// 保存月报. What the figures break is said beside the form; only what can't be read, and a month that has no report, stops.
#[derive(Clone, Copy, Debug)]
pub struct SaveReport;

impl Act for SaveReport {
    const NAME: &'static str = "save_report";
    const TITLE: Text = Text::new("保存月报", "Save a monthly report");
    type Request = ReportEntry;
    type Facts = Dossier;
    type Changes = ReportChanges;

    fn decide(
        dossier: &Dossier,
        request: &ReportEntry,
        today: NaiveDate,
    ) -> Result<Decision<ReportChanges>, Vec<Finding>> {
        let facts = ReportFacts::of(dossier);
        let stored = facts.report(request.period);
        let mut stops = closed(stored);
        stops.extend(reports::stops(&facts, request, today));
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut warnings = reports::findings(&facts, request, today);
        warnings.retain(|finding| finding.severity == Severity::W);
        let status = stored.map_or(ReportStatus::Draft, |report| report.status);
        let changes = ReportChanges::of(&facts, written(&facts, request, status));
        Ok(Decision { changes, warnings })
    }
}

/// What was sent or accepted stays as it is until the office returns it.
pub(crate) fn closed(report: Option<&MonthlyReport>) -> Vec<Finding> {
    match report.map(|report| report.status) {
        Some(ReportStatus::Submitted) => vec![Finding::malformed("status", "report_sent")],
        Some(ReportStatus::Accepted) => vec![Finding::malformed("status", "report_accepted")],
        _ => Vec::new(),
    }
}
