//! A project owner sends the report of a month to the office.

use super::{
    Act, Decision,
    report::{ReportChanges, event, written},
    save_report::closed,
};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    model::Dossier,
    policy::stages::ReportStatus,
    reports::{self, ReportEntry, ReportFacts},
};
use chrono::NaiveDate;

/// 报送月报. stop it; R-46 says that it is late.
#[derive(Clone, Copy, Debug)]
pub struct SubmitReport;

impl Act for SubmitReport {
    const NAME: &'static str = "submit_report";
    const TITLE: Text = Text::new("报送月报", "Submit a monthly report");
    type Request = ReportEntry;
    type Facts = Dossier;
    type Changes = ReportChanges;

    fn decide(
        dossier: &Dossier,
        request: &ReportEntry,
        today: NaiveDate,
    ) -> Result<Decision<ReportChanges>, Vec<Finding>> {
        let facts = ReportFacts::of(dossier);
        let mut stops = closed(facts.report(request.period));
        let (errors, warnings): (Vec<_>, Vec<_>) =
            reports::findings(&facts, request, today).into_iter().partition(|finding| finding.severity == Severity::E);
        stops.extend(errors);
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut report = written(&facts, request, ReportStatus::Submitted);
        report.submitted_at = None;
        report.record.history.push(event(today, ReportStatus::Submitted, ""));
        Ok(Decision { changes: ReportChanges::of(&facts, report), warnings })
    }
}
