//! Rows of 月进展: planned progress, and monthly reports.

use super::{
    Of, Pass, Standing,
    domain::month_number,
    merge,
    world::{List, Slot},
};
use crate::{
    cells::{Reason, Why},
    exact::{Money, Month},
    model::{Baseline, MonthlyReport},
    policy::stages::ReportStatus,
    workbook::sheets::ProgressRow,
};

impl Pass<'_, '_> {
    pub(super) fn report(&mut self, of: &Of<'_, ProgressRow>) -> Standing {
        let entry = match self.entry_of(of, &of.row.code, of.row.year) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let Some(period) = of.row.period else { return Standing::Faulty };
        let key = format!("{} {period}", of.row.code);
        if let Some(met) = self.world.meet(format!("{key} {}", self.world.year_of(entry)), of.at) {
            return self.refuse(of, "period", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        let mut row = of.row.clone();
        let is_reported = row.cum_progress.is_some() || row.month_invest.is_some() || row.cum_invest.is_some();
        let known = self.world.entries.get(entry).and_then(|entry| {
            entry.reports.iter().position(|slot| slot.now().is_some_and(|report| report.period == period))
        });
        if is_reported {
            if row.cum_progress.is_none() {
                return self.refuse(of, "cum_progress", Reason::Missing);
            }
            let before = self.invested_before(entry, period);
            match (row.month_invest, row.cum_invest) {
                (None, None) => return self.refuse(of, "cum_invest", Reason::Missing),
                // One of both figures gives the other.
                (None, Some(sum)) if known.is_none() => row.month_invest = Some(sum.minus(before).or_zero()),
                (Some(month), None) if known.is_none() => row.cum_invest = Some(before.plus(month)),
                _ => {}
            }
        }
        let planned =
            self.plan_month(entry, period, row.baseline, of.present().any(|column| column.spec.field == "baseline"));
        self.world.origins.insert((List::Months, entry, month_number(period)), of.at);
        let (mut fields, is_new) = match known {
            None if !is_reported => (Vec::new(), false),
            None => {
                self.new_report(entry, period, &row);
                (Vec::new(), true)
            }
            Some(place) => (self.merge_report(of, (entry, place), row), false),
        };
        fields.extend(planned);
        if is_new { Standing::New(key) } else { Standing::merged(key, fields) }
    }

    /// What was invested up to the last report before a month, or with what the community was taken over.
    fn invested_before(&self, entry: usize, period: Month) -> Money {
        let Some(entry) = self.world.entries.get(entry) else { return Money::ZERO };
        let earlier = entry.reports.iter().filter_map(Slot::now).filter(|report| report.period < period);
        let last = earlier.max_by_key(|report| report.period).map(|report| report.cum_invest);
        let opening = || entry.slot.now().and_then(|entry| entry.opening.as_ref()).map(|opening| opening.cum_invest);
        last.or_else(opening).unwrap_or(Money::ZERO)
    }

    /// Enters what is planned for a month, when the sheet has the column: what differs.
    fn plan_month(
        &mut self,
        entry: usize,
        period: Month,
        planned: Option<crate::exact::Progress>,
        is_told: bool,
    ) -> Option<(&'static str, String, String)> {
        let entry = self.world.entries.get_mut(entry)?;
        let was =
            entry.slot.now()?.baseline.iter().find(|month| month.period == period).map(|month| month.cum_progress);
        if !is_told || was == planned {
            return None;
        }
        let held = entry.slot.change()?;
        held.baseline.retain(|month| month.period != period);
        if let Some(cum_progress) = planned {
            held.baseline.push(Baseline { period, cum_progress });
            held.baseline.sort_by_key(|month| month.period);
        }
        let shown =
            |progress: Option<crate::exact::Progress>| progress.map(|progress| progress.shown()).unwrap_or_default();
        Some(("计划进度", shown(was), shown(planned)))
    }

    /// A report that the office enters is one that it has accepted.
    fn new_report(&mut self, entry: usize, period: Month, row: &ProgressRow) {
        let Some(held) = self.world.entries.get_mut(entry) else { return };
        let owner = held.slot.now().map(|entry| entry.id).unwrap_or_default();
        let report = MonthlyReport {
            id: uuid::Uuid::new_v5(&owner, format!("import/report/{period}").as_bytes()),
            version: 0,
            project_community: owner,
            period,
            cum_progress: row.cum_progress.unwrap_or_default(),
            month_invest: row.month_invest.unwrap_or_default(),
            cum_invest: row.cum_invest.unwrap_or_default(),
            problems: row.problems.clone(),
            next_steps: row.next_steps.clone(),
            reporter: row.reporter.clone(),
            submitted_at: row.submitted_at,
            status: ReportStatus::Accepted,
            record: Default::default(),
        };
        held.reports.push(Slot::new(report));
    }

    fn merge_report(
        &mut self,
        of: &Of<'_, ProgressRow>,
        (entry, place): (usize, usize),
        mut row: ProgressRow,
    ) -> Vec<(&'static str, String, String)> {
        let report =
            self.world.entries.get_mut(entry).and_then(|entry| entry.reports.get_mut(place)).and_then(Slot::change);
        let Some(report) = report else { return Vec::new() };
        let mut there = ProgressRow {
            code: row.code.clone(),
            year: row.year,
            period: row.period,
            baseline: row.baseline,
            cum_progress: Some(report.cum_progress),
            month_invest: Some(report.month_invest),
            cum_invest: Some(report.cum_invest),
            problems: std::mem::take(&mut report.problems),
            next_steps: std::mem::take(&mut report.next_steps),
            reporter: std::mem::take(&mut report.reporter),
            submitted_at: report.submitted_at,
        };
        // A report has figures: a blank cell leaves them.
        row.cum_progress = row.cum_progress.or(there.cum_progress);
        row.month_invest = row.month_invest.or(there.month_invest);
        row.cum_invest = row.cum_invest.or(there.cum_invest);
        let fields = merge(&Of { row: &row, ..*of }, &mut there);
        report.cum_progress = there.cum_progress.unwrap_or(report.cum_progress);
        report.month_invest = there.month_invest.unwrap_or(report.month_invest);
        report.cum_invest = there.cum_invest.unwrap_or(report.cum_invest);
        (report.problems, report.next_steps, report.reporter) = (there.problems, there.next_steps, there.reporter);
        report.submitted_at = there.submitted_at;
        fields
    }
}
