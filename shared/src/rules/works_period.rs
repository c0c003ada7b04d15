//! The months for which a project community reports.

use crate::{
    exact::Month,
    model::{Programme, ProjectCommunity},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From the month of the start to that of the end of works, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorksPeriod {
    /// The first month.
    pub first: Month,
    /// The last month, once works have ended.
    pub last: Option<Month>,
}

impl WorksPeriod {
    /// The period of works that began on `actual_start` and ended on the first of `ends` (竣工, 调出), if any has come.
    pub fn of(actual_start: NaiveDate, ends: [Option<NaiveDate>; 2]) -> Self {
        Self { first: Month::of(actual_start), last: ends.into_iter().flatten().min().map(Month::of) }
    }

    /// The months for which a project community reports in a programme; none before its works began.
    pub fn of_entry(entry: &ProjectCommunity, programme: &Programme) -> Option<Self> {
        let works = Self::of(entry.actual_start?, [entry.completed_on, entry.withdrawn_on]);
        let cutoff = entry.opening.as_ref().map(|opening| opening.cutoff);
        Some(works.after(cutoff).not_before(programme.active_from))
    }

    /// Without the months up to that of the opening balance, when there is one.
    #[must_use]
    pub fn after(self, opening_cutoff: Option<Month>) -> Self {
        self.not_before(opening_cutoff.map(Month::next))
    }

    /// Without the months before the one in which the ledger began, when it says so.
    #[must_use]
    pub fn not_before(self, active_from: Option<Month>) -> Self {
        Self { first: active_from.map_or(self.first, |month| month.max(self.first)), ..self }
    }

    /// Whether the month is one of them.
    pub fn holds(&self, month: Month) -> bool {
        month >= self.first && self.last.is_none_or(|last| month <= last)
    }

    /// The months, in order, none of them after `until`.
    pub fn months(self, until: Month) -> impl Iterator<Item = Month> {
        let last = self.last.map_or(until, |last| last.min(until));
        std::iter::successors(Some(self.first), |month| Some(month.next())).take_while(move |month| *month <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn months(period: WorksPeriod) -> Vec<String> {
        period.months("2023-06".parse().unwrap()).map(|month| month.to_string()).collect()
    }

    #[test]
    fn both_ends_belong_to_the_works() {
        let works = WorksPeriod::of(day("2023-03-15"), [Some(day("2023-09-01")), Some(day("2023-05-31"))]);
        assert_eq!(months(works), ["2023-03", "2023-04", "2023-05"]);
        for (month, held) in [("2023-02", false), ("2023-03", true), ("2023-05", true), ("2023-06", false)] {
            assert_eq!(works.holds(month.parse().unwrap()), held, "{month}");
        }
    }

    #[test]
    fn it_begins_after_the_opening_balance_and_with_the_ledger() {
        let works = WorksPeriod::of(day("2023-03-15"), [None, None]);
        let month = |text: &str| Some(text.parse::<Month>().unwrap());
        assert_eq!(months(works.after(month("2023-04"))), ["2023-05", "2023-06"]);
        assert_eq!(months(works.after(month("2023-01"))), months(works));
        assert_eq!(months(works.not_before(month("2023-06"))), ["2023-06"]);
        assert!(months(works.not_before(month("2023-07"))).is_empty());
    }
}
