//! # L-11 进度S曲线 · Progress curve
//!
//! Planned and actual cumulative percent by month, weighted by approved investment; the lag in points. Over the communities
//! that have a progress plan; one that starts later counts 0 before, one without a report for a month stands where its last
//! report left it. Clauses 5.2b, 5.4c.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    money::counted,
    scope,
    table::{NONE, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Month, Progress},
    language::{Language, Text},
    policy::parameters::INTERVIEW_LAG_RUN,
    words::quantities,
};

/// 进度S曲线
pub const TITLE: Text = Text::new("进度S曲线", "Progress curve");

/// Planned and actual progress of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) period: Month,
    pub(super) planned: Progress,
    /// Up to the last month with a report.
    pub(super) actual: Option<Progress>,
}

impl Point {
    pub(super) fn lag(&self) -> Option<Progress> {
        self.actual.map(|actual| self.planned.minus(actual))
    }
}

/// The curve of some communities: those with a plan, each weighted by its approved investment.
pub(super) fn points(communities: &[&CommunityFacts]) -> Vec<Point> {
    let planned: Vec<&CommunityFacts> = communities.iter().copied().filter(|community| !community.baseline.is_empty()).collect();
    let first = planned.iter().filter_map(|community| community.baseline.first()).map(|(month, _)| *month).min();
    let last_plan = planned.iter().filter_map(|community| community.baseline.last()).map(|(month, _)| *month).max();
    let last_report = planned.iter().filter_map(|community| community.reports.last()).map(|report| report.period).max();
    let (Some(first), Some(last)) = (first, last_plan.max(last_report)) else { return Vec::new() };
    let all: i128 = planned.iter().map(|community| i128::from(community.weight.fen().max(1))).sum();
    let weighted = |of: &dyn Fn(&CommunityFacts) -> i64| {
        let sum: i128 = planned.iter().map(|community| i128::from(community.weight.fen().max(1)) * i128::from(of(community))).sum();
        Progress::from_tenths(i64::try_from((2 * sum + all).div_euclid(2 * all)).unwrap_or_default())
    };
    std::iter::successors(Some(first), |month| Some(month.next()))
        .take_while(|month| *month <= last)
        .map(|period| Point {
            period,
            planned: weighted(&|community| at(community.baseline.iter().map(|(month, cum)| (*month, *cum)), period)),
            actual: last_report.filter(|last| period <= *last).map(|_| {
                weighted(&|community| at(community.reports.iter().map(|report| (report.period, report.cum_progress)), period))
            }),
        })
        .collect()
}

/// The value that stands in a month: the latest one up to it, 0 before the first.
fn at(values: impl Iterator<Item = (Month, Progress)>, period: Month) -> i64 {
    values.filter(|(month, _)| *month <= period).last().map_or(0, |(_, value)| value.tenths())
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let communities: Vec<&CommunityFacts> =
        counted(facts, filter).filter(|community| !community.baseline.is_empty()).collect();
    let points = points(&communities);
    let alarm = facts.programme.settings.get(INTERVIEW_LAG_RUN, facts.as_of);
    let progress = |value: Option<Progress>| value.map_or(Cell::Absent, Cell::Progress);
    let rows = points
        .iter()
        .map(|point| {
            let emphasis = if point.lag().is_some_and(|lag| lag >= alarm) { Emphasis::Alarm } else { Emphasis::Plain };
            let cells = [Cell::Progress(point.planned), progress(point.actual), progress(point.lag())];
            let mut row = row(point.period.to_string(), quantities::month(language, point.period), cells, emphasis);
            row.records = Some(match communities.as_slice() {
                [only] => format!("/communities/{}/progress", only.id),
                _ => scope::records(filter),
            });
            row
        })
        .collect::<Vec<_>>();
    let this_month = Month::of(facts.as_of);
    let passed = points.iter().filter(|point| point.period < this_month).count();
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内的小区尚未编制进度计划。".to_owned(),
        Language::En => "No community in this scope has a progress plan yet.".to_owned(),
    });
    let (points_unit, percent) = (Text::new("个百分点", "points"), Text::new("%", "%"));
    Chart {
        id: "L-11".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: message(&points, language),
        note: match language {
            Language::Zh => format!("%；有进度计划的小区{}个", communities.len()),
            Language::En => format!("%; {} with a progress plan", scope::communities(communities.len())),
        },
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns: vec![
            column(language, "period", Text::new("月份", "Month"), NONE),
            column(language, "planned", Text::new("计划", "Planned"), percent),
            column(language, "actual", Text::new("实际", "Actual"), percent),
            column(language, "lag", Text::new("滞后", "Lag"), points_unit),
        ],
        form: Form::Curve {
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            below: Some(3),
            today_after: (passed > 0 && passed < points.len()).then_some(passed),
        },
        rows,
        empty,
    }
}

fn message(points: &[Point], language: Language) -> String {
    let reported: Vec<(&Point, Progress, Progress)> =
        points.iter().filter_map(|point| Some((point, point.actual?, point.lag()?))).collect();
    let Some((point, actual, lag)) = reported.last() else {
        return match language {
            Language::Zh => "尚无审核通过的月报。".to_owned(),
            Language::En => "No report has been accepted yet.".to_owned(),
        };
    };
    let zero = Progress::default();
    let ahead = zero.minus(*lag);
    let before = reported.iter().rev().nth(1).map(|(before, _, lag_before)| (before.period, lag_before.minus(*lag)));
    let (actual, month) = (actual.shown(), point.period);
    match language {
        Language::Zh => {
            let standing = if *lag > zero {
                format!("滞后{}个百分点", lag.shown())
            } else if ahead > zero {
                format!("超前{}个百分点", ahead.shown())
            } else {
                "与计划持平".to_owned()
            };
            let change = before.filter(|_| *lag > zero).map_or_else(String::new, |(month, narrowed)| {
                let (month, widened) = (month.month(), zero.minus(narrowed));
                if narrowed > zero {
                    format!("，较{month}月收窄{}", narrowed.shown())
                } else if widened > zero {
                    format!("，较{month}月扩大{}", widened.shown())
                } else {
                    format!("，与{month}月相同")
                }
            });
            format!("{}月实际{actual}%，{standing}{change}。", month.month())
        }
        Language::En => {
            let standing = if *lag > zero {
                format!("{} points behind the plan", lag.shown())
            } else if ahead > zero {
                format!("{} points ahead of the plan", ahead.shown())
            } else {
                "as planned".to_owned()
            };
            let change = before.filter(|_| *lag > zero).map_or_else(String::new, |(month, narrowed)| {
                let (month, widened) = (quantities::month(language, month), zero.minus(narrowed));
                if narrowed > zero {
                    format!(", {} less than in {month}", narrowed.shown())
                } else if widened > zero {
                    format!(", {} more than in {month}", widened.shown())
                } else {
                    format!(", as in {month}")
                }
            });
            format!("{}: {actual}% done, {standing}{change}.", quantities::month(language, month))
        }
    }
}
