//! Monthly reports.

use super::{instant, read, read_optional};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::monthly_report::Model,
    rows::Row,
};
use anju_domain::{
    exact::{Money, Progress},
    model::MonthlyReport,
};
use uuid::Uuid;

/// A report's row.
pub(crate) fn report_aggregate(programme: Uuid, report: &MonthlyReport) -> Result<Aggregate, StorageError> {
    let row = Model {
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
    };
    Aggregate::new(Kind::MonthlyReport, report.id, report.version, vec![Row::MonthlyReport(row)])
}

/// The report of a row.
pub(crate) fn report_of(row: Model) -> Result<MonthlyReport, StorageError> {
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
    })
}
