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
use std::collections::BTreeMap;

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

/// What adds up to a curve: the weights, and by how much the weighted sums move in each month. Every entry is seen once, however
/// long the curve is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    communities: usize,
    weight: i128,
    moves: BTreeMap<Month, Move>,
    last_report: Option<Month>,
}

/// By how much the weighted sums of tenths of a percent move in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Move {
    planned: i128,
    actual: i128,
}

impl Tally {
    /// The tally of a community.
    #[cfg(test)]
    pub(super) fn of(community: &CommunityFacts) -> Self {
        let mut tally = Self::default();
        tally.add(community);
        tally
    }

    /// Takes in a community, weighted by its approved investment; nothing without a progress plan.
    fn add(&mut self, community: &CommunityFacts) {
        if community.baseline.is_empty() {
            return;
        }
        // A community without any investment still has its say.
        let weight = i128::from(community.weight.fen().max(1));
        self.communities += 1;
        self.weight += weight;
        // A file may say more than everything; beyond that no weighted sum overflows.
        let weighted =
            |progress: Progress| weight * i128::from(progress.clamp(Progress::default(), Progress::COMPLETE).tenths());
        let mut stood = 0;
        for (month, planned) in &community.baseline {
            let now = weighted(*planned);
            self.moves.entry(*month).or_default().planned += now - stood;
            stood = now;
        }
        stood = 0;
        for report in &community.reports {
            let now = weighted(report.cum_progress);
            self.moves.entry(report.period).or_default().actual += now - stood;
            stood = now;
        }
        self.last_report = self.last_report.max(community.reports.last().map(|report| report.period));
    }

    /// The curve of the communities of both.
    #[cfg(test)]
    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.communities += other.communities;
        self.weight += other.weight;
        for (month, change) in &other.moves {
            let own = self.moves.entry(*month).or_default();
            own.planned += change.planned;
            own.actual += change.actual;
        }
        self.last_report = self.last_report.max(other.last_report);
        self
    }

    /// The curve: every month from the first to the last one that anything is known of.
    pub(super) fn points(&self) -> Vec<Point> {
        let (Some(first), Some(last)) = (self.moves.keys().next(), self.moves.keys().next_back()) else {
            return Vec::new();
        };
        let half_up = |sum: i128| {
            let tenths = (2 * sum + self.weight).div_euclid(2 * self.weight);
            Progress::from_tenths(i64::try_from(tenths).unwrap_or_default())
        };
        let mut stands = Move::default();
        std::iter::successors(Some(*first), |month| Some(month.next()))
            .take_while(|month| month <= last)
            .map(|period| {
                let change = self.moves.get(&period).copied().unwrap_or_default();
                stands.planned += change.planned;
                stands.actual += change.actual;
                Point {
                    period,
                    planned: half_up(stands.planned),
                    actual: (Some(period) <= self.last_report).then(|| half_up(stands.actual)),
                }
            })
            .collect()
    }
}

/// The curve of one community, as its tally gives it, without a tally: thousands of lamps ask for it.
pub(super) fn points_of(community: &CommunityFacts) -> Vec<Point> {
    let (baseline, reports) = (community.baseline.as_slice(), community.reports.as_slice());
    let (Some((planned_first, _)), Some((planned_last, _))) = (baseline.first(), baseline.last()) else {
        return Vec::new();
    };
    let (first_report, last_report) =
        (reports.first().map(|report| report.period), reports.last().map(|report| report.period));
    let first = first_report.map_or(*planned_first, |period| period.min(*planned_first));
    let last = last_report.map_or(*planned_last, |period| period.max(*planned_last));
    let (mut baseline, mut reports) = (baseline.iter().peekable(), reports.iter().peekable());
    let (mut planned, mut actual) = (Progress::default(), Progress::default());
    std::iter::successors(Some(first), |month| Some(month.next()))
        .take_while(|month| *month <= last)
        .map(|period| {
            while let Some((_, progress)) = baseline.next_if(|(month, _)| *month <= period) {
                planned = *progress;
            }
            while let Some(report) = reports.next_if(|report| report.period <= period) {
                actual = report.cum_progress;
            }
            Point { period, planned, actual: (Some(period) <= last_report).then_some(actual) }
        })
        .collect()
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let mut tally = Tally::default();
    let mut only = None;
    for community in counted(facts, filter).filter(|community| !community.baseline.is_empty()) {
        tally.add(community);
        only = (tally.communities == 1).then_some(community.id);
    }
    let mut points = tally.points();
    points.retain(|point| filter.holds(point.period));
    let alarm = facts.programme.settings.get(INTERVIEW_LAG_RUN, facts.as_of);
    let progress = |value: Option<Progress>| value.map_or(Cell::Absent, Cell::Progress);
    let rows = points
        .iter()
        .map(|point| {
            let emphasis = if point.lag().is_some_and(|lag| lag >= alarm) { Emphasis::Alarm } else { Emphasis::Plain };
            let cells = [Cell::Progress(point.planned), progress(point.actual), progress(point.lag())];
            let mut row = row(point.period.to_string(), quantities::month(language, point.period), cells, emphasis);
            row.records = Some(only.map_or_else(|| scope::records(filter), |id| format!("/communities/{id}/progress")));
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
        message: if empty.is_none() { message(&points, language) } else { String::new() },
        note: match language {
            Language::Zh => format!("%；有进度计划的小区{}个", tally.communities),
            Language::En => format!("%; {} with a progress plan", scope::communities(tally.communities)),
        },
        as_of: facts.as_of,
        scope: scope::with_months(facts, filter, language),
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
