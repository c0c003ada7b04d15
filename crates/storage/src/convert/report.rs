//! Monthly reports.

use super::{from_json, instant, json, place, read, read_optional};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{monthly_report::Model, report_evidence, report_record},
    rows::Row,
};
use anju_domain::{
    exact::{Money, Progress},
    model::{MonthlyReport, ReportRecord},
};
use uuid::Uuid;

/// A report's rows.
pub(crate) fn report_aggregate(programme: Uuid, report: &MonthlyReport) -> Result<Aggregate, StorageError> {
    let mut rows = vec![Row::MonthlyReport(Model {
        id: report.id,
        programme,
        version: report.version,
        project_community: report.project_community,
        period: report.period.to_string(),
        cum_progress: report.cum_progress.tenths(),
        month_invest: report.month_invest.fen(),
        cum_invest: report.cum_invest.fen(),
        problems: report.problems.clone(),
        next_steps: report.next_steps.clone(),
        reporter: report.reporter.clone(),
        submitted_at: report.submitted_at.map(instant),
        status: report.status.code().to_owned(),
    })];
    let record = &report.record;
    if !record.history.is_empty() || !record.corrections.is_empty() {
        rows.push(Row::ReportRecord(report_record::Model {
            report: report.id,
            programme,
            history: json(&record.history)?,
            corrections: json(&record.corrections)?,
        }));
    }
    rows.extend(record.photos.iter().enumerate().map(|(at, evidence)| {
        let (report, position, evidence) = (report.id, place(at), *evidence);
        Row::ReportEvidence(report_evidence::Model { report, position, programme, evidence })
    }));
    Aggregate::new(Kind::MonthlyReport, report.id, report.version, rows)
}

/// The report of a row, with what belongs to it.
pub(crate) fn report_of(row: Model, record: ReportRecord) -> Result<MonthlyReport, StorageError> {
    Ok(MonthlyReport {
        id: row.id,
        version: row.version,
        project_community: row.project_community,
        period: read("monthly_report.period", &row.period)?,
        cum_progress: Progress::from_tenths(row.cum_progress),
        month_invest: Money::from_fen(row.month_invest),
        cum_invest: Money::from_fen(row.cum_invest),
        problems: row.problems,
        next_steps: row.next_steps,
        reporter: row.reporter,
        submitted_at: read_optional("monthly_report.submitted_at", row.submitted_at.as_deref())?,
        status: read("monthly_report.status", &row.status)?,
        record,
    })
}

/// What belongs to a report, without its photos.
pub(crate) fn report_record_of(row: &report_record::Model) -> Result<ReportRecord, StorageError> {
    Ok(ReportRecord {
        photos: Vec::new(),
        history: from_json("report_record.history", &row.history)?,
        corrections: from_json("report_record.corrections", &row.corrections)?,
    })
}
