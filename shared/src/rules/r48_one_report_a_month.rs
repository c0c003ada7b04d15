//! # R-48 唯一和期间 · One report a month
//!
//! Clause 5.4c: one report a month, while works go on. The month that has begun may be reported, none beyond it; the first is
//! that of the start or the one after the opening balance, the last that of completion or withdrawal.

use super::{Check, Message, Rule, heading, works_period::WorksPeriod};
use crate::{
    exact::Month,
    finding::{Finding, Severity},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(48),
    how: &[
        Text::new("同一项目小区每月只报一份月报。", "A project community has one report a month."),
        Text::new("当月可以填报，以后各月不得提前填报。", "The current month may be reported, none after it."),
        Text::new(
            "月份在开工当月（存量项目为补录截止月的次月）至竣工或调出当月之间。",
            "The month lies between that of the start (for works taken over, that after the opening balance) and that of completion or withdrawal.",
        ),
    ],
    messages: &[
        Message::on("duplicate", "该月月报已存在", "There is a report of this month already"),
        Message::on("future", "不得提前填报", "The month hasn't come yet"),
        Message::on("range", "该月不在施工期间", "Outside the works period"),
        Message::any("该月不能填报月报", "This month can't be reported"),
    ],
    remedy: Text::new(
        "请项目建设单位改选应报的月份；该月已报的，在原月报上修改或申请退回补正。",
        "The project owner chooses a month that is due; one already reported is changed there, or returned for correction.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A report that shall be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewReport<'a> {
    /// Its month.
    pub period: Month,
    /// The months that have a report.
    pub existing: &'a [Month],
    /// The month of today.
    pub current_month: Month,
    /// The months for which the community reports; none before its start.
    pub works: Option<WorksPeriod>,
}

/// What stops the report.
pub fn check(report: &NewReport<'_>) -> Vec<Finding> {
    [
        (report.existing.contains(&report.period), "duplicate"),
        (report.period > report.current_month, "future"),
        (!report.works.is_some_and(|works| works.holds(report.period)), "range"),
    ]
    .into_iter()
    .filter(|(is_broken, _)| *is_broken)
    .map(|(_, why)| Finding::new(RULE.id(), Severity::E, "period").with("why", why))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_of_the_works_once_and_not_before_it_comes() {
        let works = Some(WorksPeriod { first: month("2023-03"), last: Some(month("2023-06")) });
        let existing = [month("2023-04")];
        let whys = |period, works| {
            let report =
                NewReport { period: month(period), existing: &existing, current_month: month("2023-05"), works };
            let found = check(&report);
            found.iter().filter_map(|finding| finding.params.text("why")).collect::<Vec<_>>().join(" ")
        };
        for (period, expected) in [
            ("2023-02", "range"),
            ("2023-03", ""),
            ("2023-04", "duplicate"),
            ("2023-05", ""),
            ("2023-06", "future"),
            ("2023-07", "future range"),
        ] {
            assert_eq!(whys(period, works), expected, "{period}");
        }
        assert_eq!(whys("2023-05", None), "range", "works have not begun");
    }

    #[test]
    fn the_last_month_of_the_works_may_be_reported_long_after() {
        let works = Some(WorksPeriod { first: month("2023-03"), last: Some(month("2023-06")) });
        for (period, expected) in [("2023-05", 0), ("2023-06", 0), ("2023-07", 1)] {
            let report = NewReport { period: month(period), existing: &[], current_month: month("2024-01"), works };
            assert_eq!(check(&report).len(), expected, "{period}");
        }
    }
}
