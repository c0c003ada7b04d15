//! What the accepted reports say of a stage.

use crate::{
    exact::Progress,
    model::{Dossier, MonthlyReport},
    policy::stages::ReportStatus,
};
use chrono::{Datelike, NaiveDate};

/// Whether a started community is under way: from its first accepted report with progress on, or from 1 January after
/// the year of its start.
pub fn is_under_way(dossier: &Dossier, today: NaiveDate) -> bool {
    let actual_start = dossier.project_community.actual_start;
    accepted(dossier).any(|report| report.cum_progress > Progress::default())
        || actual_start.is_some_and(|start| today.year() > start.year())
}

fn accepted(dossier: &Dossier) -> impl Iterator<Item = &MonthlyReport> {
    dossier.reports.iter().filter(|report| report.status == ReportStatus::Accepted)
}

/// The progress that the last accepted report gives; before one, that with which the community was taken over.
pub(super) fn progress(dossier: &Dossier) -> Progress {
    let taken_over = || dossier.project_community.opening.as_ref().map(|opening| opening.cum_progress);
    let last = accepted(dossier).max_by_key(|report| report.period);
    last.map(|report| report.cum_progress).or_else(taken_over).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn works_are_under_way_by_a_report_or_by_the_year() {
        let dossiers = sample::programme().dossiers;
        let mut dossier = dossiers.into_iter().find(|dossier| dossier.community.code == "GT-0001").unwrap();
        assert!(is_under_way(&dossier, day("2022-10-08")));
        assert_eq!(progress(&dossier), Progress::from_tenths(640));
        dossier.reports.iter_mut().for_each(|report| report.status = ReportStatus::Submitted);
        assert!(!is_under_way(&dossier, day("2022-12-31")) && is_under_way(&dossier, day("2023-01-01")));
        dossier.reports[0].status = ReportStatus::Accepted;
        dossier.reports[0].cum_progress = Progress::default();
        assert!(!is_under_way(&dossier, day("2022-10-08")), "accepted, but without progress");
    }
}
