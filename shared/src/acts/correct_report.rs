//! The office corrects the figures of the last accepted report: an audit cut them, statistics checked them, or somebody
//! slipped. Reports before it stay as they were published.

use super::{Act, Decision, report::ReportChanges, report::event};
use crate::{
    exact::{Money, Month, Progress},
    finding::{Finding, Severity},
    language::Text,
    model::{Correction, Dossier, MonthlyReport},
    policy::{office::CorrectionReason, stages::ReportStatus},
    reports::{ReportFacts, judged_figures},
    rules::r47_cumulative_figures::{self, Cumulative},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 更正月报
#[derive(Clone, Copy, Debug)]
pub struct CorrectReport;

/// The figures as they ought to be. 本月完成投资 follows from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportCorrection {
    /// 月份
    pub period: Month,
    /// 形象进度, in tenths of a percent.
    pub cum_progress: Progress,
    /// 累计完成投资, in fen.
    pub cum_invest: Money,
    /// 审计核减, 统计核实 or 笔误.
    pub reason: CorrectionReason,
    /// 依据文件
    pub doc: String,
}

impl Act for CorrectReport {
    const NAME: &'static str = "correct_report";
    const TITLE: Text = Text::new("更正月报", "Correct a monthly report");
    type Request = ReportCorrection;
    type Facts = Dossier;
    type Changes = ReportChanges;

    fn decide(
        dossier: &Dossier,
        request: &ReportCorrection,
        today: NaiveDate,
    ) -> Result<Decision<ReportChanges>, Vec<Finding>> {
        let facts = ReportFacts::of(dossier);
        let Some(report) = facts.report(request.period) else {
            return Err(vec![Finding::malformed("period", "no_report")]);
        };
        let found = corrections(&facts, report, request, today);
        let (stops, warnings): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.severity == Severity::E);
        if !stops.is_empty() {
            return Err(stops);
        }
        let previous = facts.accepted_before(request.period);
        let mut after = MonthlyReport {
            cum_progress: request.cum_progress,
            cum_invest: request.cum_invest,
            month_invest: request.cum_invest.minus(previous.cum_invest),
            ..report.clone()
        };
        after.record.corrections.push(Correction {
            reason: request.reason,
            doc: request.doc.trim().to_owned(),
            person: String::new(),
            on: today,
            cum_progress: report.cum_progress,
            cum_invest: report.cum_invest,
        });
        after.record.history.push(event(today, ReportStatus::Accepted, request.reason.code()));
        Ok(Decision { changes: ReportChanges::of(&facts, after), warnings })
    }
}

/// Everything that is said of a correction: in the form while it is written, and by the act.
pub fn corrections(
    facts: &ReportFacts,
    report: &MonthlyReport,
    request: &ReportCorrection,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if report.status != ReportStatus::Accepted {
        found.push(Finding::malformed("status", "report_not_accepted"));
    } else if facts.accepted_after(report.period).is_some() {
        found.push(Finding::malformed("period", "later_report_accepted"));
    }
    if request.doc.trim().is_empty() {
        found.push(Finding::malformed("doc", "correction_document"));
    }
    if (request.cum_progress, request.cum_invest) == (report.cum_progress, report.cum_invest) {
        found.push(Finding::malformed("cum_invest", "nothing_corrected"));
    }
    if request.cum_invest < Money::ZERO {
        found.push(Finding::malformed("cum_invest", "bad_value"));
    }
    let previous = facts.accepted_before(request.period);
    let current = Cumulative { cum_progress: request.cum_progress, cum_invest: request.cum_invest };
    let month_invest = request.cum_invest.minus(previous.cum_invest);
    let correction = r47_cumulative_figures::Correction { reason: request.reason, doc: &request.doc };
    let mut judged = judged_figures(facts, previous, current, month_invest, Some(correction), today);
    if request.cum_invest <= report.cum_invest {
        // What is cut is cut, however much is left of it above the approval.
        judged.iter_mut().filter(|one| one.rule == "R-30").for_each(|one| one.severity = Severity::W);
    }
    found.extend(judged);
    found.sort_by(Finding::order);
    found
}
