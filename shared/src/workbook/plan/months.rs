//! Monthly reports that rows bring or change, judged as if they were sent, month by month.

use super::{
    Pass,
    domain::month_number,
    judged::Said,
    world::{List, Slot},
};
use crate::{
    acts::closed,
    finding::{Finding, Severity},
    model::{Dossier, MonthlyReport},
    reports::{ReportEntry, ReportFacts, recorded_findings},
    workbook::Sheet,
};

impl Pass<'_, '_> {
    /// What and the acts on reports say of those of a project community.
    pub(super) fn of_months(&self, place: usize, dossier: &Dossier) -> Vec<Said> {
        let mut said = Vec::new();
        let Some(entry) = self.world.entries.get(place) else { return said };
        let is_changed = |slot: &&Slot<'_, MonthlyReport>| slot.is_touched() && slot.now() != slot.before();
        let (changed, kept): (Vec<_>, Vec<_>) = entry.reports.iter().partition(is_changed);
        if changed.is_empty() {
            return said;
        }
        let code = self.code_of(place).unwrap_or_default();
        let mut is_settled =
            self.world.is_settled(code, &[Sheet::Progress]) && !self.world.is_bad(&dossier.project.name);
        let mut facts = ReportFacts::of(dossier);
        facts.reports = kept.iter().filter_map(|slot| slot.now()).cloned().collect();
        facts.reports.sort_by_key(|report| report.period);
        let mut reports: Vec<_> = changed.iter().filter_map(|slot| Some((slot.now()?, slot.before()))).collect();
        reports.sort_by_key(|(report, _)| report.period);
        for (report, before) in reports {
            let Some(row) = self.world.origins.get(&(List::Months, place, month_number(report.period))) else {
                continue;
            };
            let mut found = closed(before);
            if found.is_empty() {
                found = recorded_findings(&facts, &ReportEntry::of(report), report.cum_invest, self.today);
                found.retain(|finding| finding.severity == Severity::E);
            }
            if found.is_empty() {
                let at = facts.reports.partition_point(|known| known.period < report.period);
                facts.reports.insert(at, report.clone());
            }
            let waits = !is_settled;
            is_settled &= found.is_empty();
            for finding in found {
                let is_its_own = !waits || !follows(&finding);
                said.push((*row, is_its_own.then(|| (field(&finding).to_owned(), finding))));
            }
        }
        said
    }
}

/// Whether a finding compares a month with others, one of which may have a fault.
fn follows(finding: &Finding) -> bool {
    let why = finding.params.text("why");
    match &*finding.rule {
        "R-30" => true,
        "R-47" => why != Some("range"),
        _ => why == Some("above_later_report"),
    }
}

/// What is closed is so as a whole: its month tells.
fn field(finding: &Finding) -> &str {
    match finding.path.as_str() {
        "status" => "period",
        path => path,
    }
}
