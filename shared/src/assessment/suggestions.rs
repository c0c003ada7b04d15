//! When an interview (约谈) or a criticism (通报批评) is suggested (section 9 of the papers, clause 6.4c). Suggestions only:
//! people decide, and a suggestion never makes either.

use crate::{
    exact::Progress,
    indicators::interview_suggested,
    policy::parameters::{
        CRITICISM_INTERVIEWS, CRITICISM_LAG, CRITICISM_TARGET_DATE, INTERVIEW_MISSING_REPORTS, INTERVIEW_OVERDUE_ABOVE,
        Settings,
    },
    vocabulary::vocabulary,
};
use chrono::{Datelike, NaiveDate};

vocabulary! {
    /// Why an interview is suggested.
    InterviewReason {
        Lag = "进度滞后", "progress lags";
        MissingReports = "连续缺报月报", "reports missing in a row";
        OverdueRectification = "整改逾期", "rectification overdue";
    }
}

vocabulary! {
    /// Why a criticism is suggested.
    CriticismReason {
        Interviews = "年内多次约谈", "interviews in the year";
        Lag = "进度严重滞后", "progress lags far behind";
        Accident = "发生质量安全事故", "an accident";
        TargetMissed = "未完成年度目标任务", "the year's target is missed";
    }
}

/// How a project community stands on a day.
#[derive(Clone, Copy, Debug, Default)]
pub struct CommunityRecord<'a> {
    /// The lag at each month's end up to the last one, months running.
    pub lags: &'a [Progress],
    /// Reports missing in a row, up to the last one due.
    pub missing_reports: i64,
    /// Days by which the oldest open rectification is past its due day.
    pub days_overdue: i64,
}

/// What a unit answers for, in the year of a day.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnitRecord<'a> {
    /// The days of its interviews.
    pub interviews: &'a [NaiveDate],
    /// The greatest lag of its communities at the last month's end.
    pub lag: Option<Progress>,
    /// Accidents of the year.
    pub accidents: i64,
    /// Communities completed in the year.
    pub completed: i64,
    /// Communities that were to be completed in the year.
    pub planned_completions: i64,
}

/// Why an interview is suggested; empty when none is.
pub fn interview(record: &CommunityRecord<'_>, settings: &Settings, on: NaiveDate) -> Vec<InterviewReason> {
    let now = record.lags.len();
    let missing = settings.get(INTERVIEW_MISSING_REPORTS, on);
    let reasons = [
        (InterviewReason::Lag, now > 0 && interview_suggested(record.lags, settings, on).last() == Some(&now)),
        (InterviewReason::MissingReports, missing > 0 && record.missing_reports >= missing),
        (InterviewReason::OverdueRectification, record.days_overdue > settings.get(INTERVIEW_OVERDUE_ABOVE, on)),
    ];
    given(&reasons)
}

/// Why a criticism is suggested; empty when none is.
pub fn criticism(record: &UnitRecord<'_>, settings: &Settings, on: NaiveDate) -> Vec<CriticismReason> {
    let in_year = |day: &&NaiveDate| day.year() == on.year() && **day <= on;
    let interviews = i64::try_from(record.interviews.iter().filter(in_year).count()).unwrap_or(i64::MAX);
    let often = settings.get(CRITICISM_INTERVIEWS, on);
    let is_judged = settings.get(CRITICISM_TARGET_DATE, on).in_year(on.year()).is_some_and(|day| on >= day);
    let reasons = [
        (CriticismReason::Interviews, often > 0 && interviews >= often),
        (CriticismReason::Lag, record.lag.is_some_and(|lag| lag >= settings.get(CRITICISM_LAG, on))),
        (CriticismReason::Accident, record.accidents > 0),
        (CriticismReason::TargetMissed, is_judged && record.completed < record.planned_completions),
    ];
    given(&reasons)
}

fn given<T: Copy>(reasons: &[(T, bool)]) -> Vec<T> {
    reasons.iter().filter(|(_, is_given)| *is_given).map(|(reason, _)| *reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn interviews_at_each_edge() {
        let suggested = |lags: &[i64], missing_reports, days_overdue| {
            let lags: Vec<Progress> = lags.iter().map(|tenths| Progress::from_tenths(*tenths)).collect();
            let record = CommunityRecord { lags: &lags, missing_reports, days_overdue };
            interview(&record, &Settings::default(), day("2022-10-08"))
        };
        assert!(suggested(&[], 1, 30).is_empty());
        assert!(suggested(&[149], 0, 0).is_empty() && suggested(&[99, 100], 0, 0).is_empty());
        assert_eq!(suggested(&[150], 0, 0), [InterviewReason::Lag]);
        assert_eq!(suggested(&[100, 100], 0, 0), [InterviewReason::Lag]);
        assert!(suggested(&[150, 20], 0, 0).is_empty(), "what was made up for is past");
        assert_eq!(
            suggested(&[150], 2, 31),
            [InterviewReason::Lag, InterviewReason::MissingReports, InterviewReason::OverdueRectification]
        );
    }

    #[test]
    fn criticisms_at_each_edge() {
        let at = |on: &str, record: UnitRecord<'_>| criticism(&record, &Settings::default(), day(on));
        let (one, two) = ([day("2022-03-01")], [day("2022-03-01"), day("2022-10-08")]);
        let over_two_years = [day("2021-12-31"), day("2022-03-01"), day("2022-10-09")];
        assert!(at("2022-10-08", UnitRecord { interviews: &one, ..UnitRecord::default() }).is_empty());
        assert!(at("2022-10-08", UnitRecord { interviews: &over_two_years, ..UnitRecord::default() }).is_empty());
        let often = UnitRecord { interviews: &two, ..UnitRecord::default() };
        assert_eq!(at("2022-10-08", often), [CriticismReason::Interviews]);
        let lagging = |tenths| UnitRecord { lag: Some(Progress::from_tenths(tenths)), ..UnitRecord::default() };
        assert!(at("2022-10-08", lagging(249)).is_empty());
        assert_eq!(at("2022-10-08", lagging(250)), [CriticismReason::Lag]);
        let accident = UnitRecord { accidents: 1, ..UnitRecord::default() };
        assert_eq!(at("2022-10-08", accident), [CriticismReason::Accident]);
        let short = UnitRecord { completed: 3, planned_completions: 4, ..UnitRecord::default() };
        assert!(at("2022-12-30", short).is_empty());
        assert_eq!(at("2022-12-31", short), [CriticismReason::TargetMissed]);
        assert!(at("2022-12-31", UnitRecord { completed: 4, ..short }).is_empty());
    }
}
