//! What a report rests on: all that its form needs, and no more, so that a project owner needs no ledger for it.

use crate::{
    exact::{Money, Month, Progress},
    model::{Calendar, Dossier, MonthlyReport},
    policy::{
        parameters::Settings,
        stages::{ReportStatus, Stage},
    },
    rules::{r47_cumulative_figures::Cumulative, works_period::WorksPeriod},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the reports of a project community rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportFacts {
    /// The project community.
    pub project_community: Uuid,
    /// 阶段
    pub stage: Stage,
    /// The programme's parameters.
    pub settings: Settings,
    /// 工作日历
    pub calendar: Calendar,
    /// The months for which it reports; none before its works began.
    pub works: Option<WorksPeriod>,
    /// 形象进度 with which it was taken over.
    pub opening_progress: Progress,
    /// 累计完成投资 with which it was taken over.
    pub opening_invest: Money,
    /// 批复总投资 of the project.
    pub approved_total: Money,
    /// 累计完成投资 of the project's other communities.
    pub others_invest: Money,
    /// Its reports, by month.
    pub reports: Vec<MonthlyReport>,
}

impl ReportFacts {
    /// Of a dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let entry = &dossier.project_community;
        let opening = entry.opening.as_ref();
        let mut reports = dossier.reports.clone();
        reports.sort_by_key(|report| report.period);
        Self {
            project_community: entry.id,
            stage: entry.stage,
            settings: dossier.programme.settings.clone(),
            calendar: dossier.programme.calendar.clone(),
            works: WorksPeriod::of_entry(entry, &dossier.programme),
            opening_progress: opening.map_or_else(Progress::default, |opening| opening.cum_progress),
            opening_invest: opening.map_or(Money::ZERO, |opening| opening.cum_invest),
            approved_total: dossier.project.approved.map_or(Money::ZERO, |approved| approved.total),
            others_invest: dossier.siblings.iter().map(|sibling| sibling.cum_invest).sum(),
            reports,
        }
    }

    /// The stored report of a month.
    pub fn report(&self, period: Month) -> Option<&MonthlyReport> {
        self.reports.iter().find(|report| report.period == period)
    }

    /// The figures that a month follows: those of the last earlier report that was sent, else those with which the
    /// community was taken over, else none. Reports are accepted in the order of their months, so that what was sent is the
    /// last accepted one by the time the next is judged.
    pub fn before(&self, period: Month) -> Cumulative {
        let sent = |report: &&MonthlyReport| {
            report.period < period && matches!(report.status, ReportStatus::Submitted | ReportStatus::Accepted)
        };
        self.last(sent).map_or_else(|| self.opening(), figures)
    }

    /// The figures of the last accepted report before a month, else those of the opening balance.
    pub fn accepted_before(&self, period: Month) -> Cumulative {
        let accepted = |report: &&MonthlyReport| report.period < period && report.status == ReportStatus::Accepted;
        self.last(accepted).map_or_else(|| self.opening(), figures)
    }

    /// The first accepted report after a month.
    pub fn accepted_after(&self, period: Month) -> Option<&MonthlyReport> {
        self.reports.iter().find(|report| report.period > period && report.status == ReportStatus::Accepted)
    }

    /// The last report before a month, whatever its status: what a new form begins with.
    pub fn last_before(&self, period: Month) -> Option<&MonthlyReport> {
        self.last(|report| report.period < period)
    }

    /// The first report before a month that still waits for the office.
    pub fn waiting_before(&self, period: Month) -> Option<&MonthlyReport> {
        self.reports.iter().find(|report| report.period < period && report.status == ReportStatus::Submitted)
    }

    fn last(&self, which: impl Fn(&&MonthlyReport) -> bool) -> Option<&MonthlyReport> {
        self.reports.iter().rfind(which)
    }

    const fn opening(&self) -> Cumulative {
        Cumulative { cum_progress: self.opening_progress, cum_invest: self.opening_invest }
    }

    /// The reports that are not accepted yet and whose computed 累计 stands differently once this one does so.
    pub(crate) fn carried_on(&self, changed: &MonthlyReport) -> Vec<MonthlyReport> {
        let mut reports: Vec<&MonthlyReport> =
            self.reports.iter().filter(|report| report.period != changed.period).chain([changed]).collect();
        reports.sort_by_key(|report| report.period);
        let mut base = self.opening_invest;
        let mut carried = Vec::new();
        for report in reports {
            let is_fixed = report.status == ReportStatus::Accepted || report.period == changed.period;
            let cum_invest = if is_fixed { report.cum_invest } else { base.plus(report.month_invest) };
            if cum_invest != report.cum_invest && report.period > changed.period {
                carried.push(MonthlyReport { cum_invest, ..report.clone() });
            }
            if matches!(report.status, ReportStatus::Submitted | ReportStatus::Accepted) {
                base = cum_invest;
            }
        }
        carried
    }
}

const fn figures(report: &MonthlyReport) -> Cumulative {
    Cumulative { cum_progress: report.cum_progress, cum_invest: report.cum_invest }
}

/// The identity of a month's report: always the same, so that one that is made twice is still one.
pub fn report_id(project_community: Uuid, period: Month) -> Uuid {
    Uuid::new_v5(&project_community, format!("report {period}").as_bytes())
}
