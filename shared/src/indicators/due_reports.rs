//! Which monthly reports of a community were due by a day, and how each stands: what L-10 counts. It is what the list of reports
//! shows (`reports/expected`, R-46), as a sum.

use super::CommunityFacts;
use crate::{
    duties::began,
    exact::Month,
    model::Dossier,
    reports::{Filed, expected},
    rules::{r46_report_deadline::ReportState, works_period::WorksPeriod},
};
use chrono::NaiveDate;

/// The reports that were due by the end of the day before `as_of`: the first month, and the sign of each state from it on.
pub(super) fn of(dossier: &Dossier, as_of: NaiveDate) -> Option<(Month, String)> {
    let programme = &dossier.programme;
    // Without a month in which the ledger begins, nothing is due before the programme.
    let began = Month::of(began(programme, as_of));
    let works = WorksPeriod::of_entry(&dossier.project_community, programme)?.not_before(Some(began));
    let filed = dossier.reports.iter().map(Filed::from);
    let all = expected(Some(works), filed, &programme.settings, &programme.calendar, as_of);
    let signs: String = all
        .iter()
        .filter(|report| report.due.is_some_and(|due| due < as_of))
        .map(|report| sign(report.state))
        .collect();
    (!signs.is_empty()).then_some((works.first, signs))
}

const fn sign(state: ReportState) -> char {
    match state {
        ReportState::OnTime => '1',
        ReportState::Late => '2',
        ReportState::Missing | ReportState::NotDue => '3',
    }
}

/// How many reports were due, and how they stand; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) due: i64,
    pub(super) on_time: i64,
    pub(super) late: i64,
    pub(super) missing: i64,
}

impl Tally {
    #[must_use]
    pub(super) const fn plus(self, other: Self) -> Self {
        Self {
            due: self.due + other.due,
            on_time: self.on_time + other.on_time,
            late: self.late + other.late,
            missing: self.missing + other.missing,
        }
    }

    fn of_sign(sign: u8) -> Self {
        let is = |wanted: u8| i64::from(sign == wanted);
        Self { due: 1, on_time: is(b'1'), late: is(b'2'), missing: is(b'3') }
    }
}

/// The months of which a community's reports were due, each with its tally.
pub(super) fn by_month(community: &CommunityFacts) -> impl Iterator<Item = (Month, Tally)> {
    let known = community.due_reports.iter();
    known.flat_map(|(first, signs)| {
        let months = std::iter::successors(Some(*first), |month| Some(month.next()));
        months.zip(signs.bytes().map(Tally::of_sign))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::stages::ReportStatus, sample};

    fn first() -> Dossier {
        sample::programme().dossiers.into_iter().find(|one| one.community.code == "GT-0001").unwrap()
    }

    fn signs(dossier: &Dossier, as_of: &str) -> Option<(String, String)> {
        of(dossier, as_of.parse().unwrap()).map(|(first, signs)| (first.to_string(), signs))
    }

    fn told(first: &str, signs: &str) -> Option<(String, String)> {
        Some((first.to_owned(), signs.to_owned()))
    }

    #[test]
    fn six_were_due_and_that_of_june_came_late() {
        assert_eq!(signs(&first(), "2022-10-08"), told("2022-04", "112111"));
    }

    #[test]
    fn a_month_is_due_from_the_day_after_its_deadline() {
        assert_eq!(signs(&first(), "2022-05-05"), None);
        assert_eq!(signs(&first(), "2022-05-06"), told("2022-04", "1"));
        let mut without = first();
        without.reports.clear();
        assert_eq!(signs(&without, "2022-05-05"), None);
        assert_eq!(signs(&without, "2022-05-06"), told("2022-04", "3"));
    }

    #[test]
    fn a_draft_or_a_returned_report_is_none() {
        let mut dossier = first();
        for (report, status) in dossier.reports.iter_mut().zip([ReportStatus::Draft, ReportStatus::Returned]) {
            report.status = status;
        }
        dossier.reports[3].status = ReportStatus::Submitted;
        assert_eq!(signs(&dossier, "2022-10-08"), told("2022-04", "332111"));
    }

    #[test]
    fn the_months_are_those_of_the_works() {
        let mut dossier = first();
        dossier.programme.active_from = Month::new(2022, 6);
        assert_eq!(signs(&dossier, "2022-10-08"), told("2022-06", "2111"));
        dossier.project_community.withdrawn_on = "2022-07-31".parse().ok();
        assert_eq!(signs(&dossier, "2022-10-08"), told("2022-06", "21"));
        dossier.project_community.actual_start = None;
        assert_eq!(signs(&dossier, "2022-10-08"), None);
    }
}
