//! # L-03 年度开工率、完工率 · Starts and completions of the year
//!
//! Started in the year of planned starts, completed in it of planned completions, by communities and by households (C-96); what
//! is planned is that of the year's plans in force. Flows count by actual_start and completed_on, whatever year a community was
//! planned for; a community counts once. The change is since the end of the month before, in points. The year is that of the
//! filter, without one that of the figures. Not capped. Clause 5.2a.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    scope::{self, admitted},
    table::{NONE, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer, Row},
    exact::{Month, Ratio, percent, points},
    language::{Language, Text},
    policy::stages::Stage,
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use uuid::Uuid;

/// 年度开工率、完工率
pub const TITLE: Text = Text::new("年度开工率、完工率", "Starts and completions of the year");

/// Communities and their households; distinct communities add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Flow {
    communities: i64,
    households: i64,
}

impl Flow {
    fn plus(self, other: Self) -> Self {
        Self {
            communities: self.communities.saturating_add(other.communities),
            households: self.households.saturating_add(other.households),
        }
    }
}

/// What is planned for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Planned {
    starts: Flow,
    completions: Flow,
}

impl Planned {
    /// Households of the completions; none where plans name communities alone, as those of before did.
    fn completed_households(self) -> Option<i64> {
        let Flow { communities, households } = self.completions;
        (households > 0 || communities == 0).then_some(households)
    }
}

/// The communities with the day in the year, up to `until`.
fn flow<'a>(
    communities: impl Iterator<Item = &'a CommunityFacts>,
    day: impl Fn(&CommunityFacts) -> Option<NaiveDate>,
    year: i32,
    until: NaiveDate,
) -> Flow {
    let mut households: BTreeMap<Uuid, i64> = BTreeMap::new();
    for community in communities.filter(|one| day(one).is_some_and(|day| day.year() == year && day <= until)) {
        let known = households.entry(community.community).or_default();
        *known = community.households.max(*known);
    }
    Flow {
        communities: i64::try_from(households.len()).unwrap_or(i64::MAX),
        households: scope::sum_of_households(households.into_values()),
    }
}

fn completion(community: &CommunityFacts) -> Option<NaiveDate> {
    community.completed_on.filter(|_| community.stage == Stage::Completed)
}

/// What the plans in force of a year ask for. None without such a plan.
fn planned(facts: &ProgrammeFacts, year: i32) -> Option<Planned> {
    let in_force = facts.plans.iter().filter(|plan| plan.year == year && plan.is_issued());
    in_force
        .map(|plan| Planned {
            starts: Flow { communities: plan.planned_starts, households: plan.planned_households },
            completions: Flow { communities: plan.planned_completions, households: plan.planned_completion_households },
        })
        .reduce(|a, b| Planned { starts: a.starts.plus(b.starts), completions: a.completions.plus(b.completions) })
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let year = filter.year.unwrap_or(facts.as_of.year());
    let whole = filter.whole_programme();
    // The plan is one of the whole county: a narrower scope has none of its own.
    let plan = planned(facts, year).filter(|_| whole == Filter::default());
    let (starts, completions) = (plan.map(|plan| plan.starts), plan.map(|plan| plan.completions));
    let before = Month::of(facts.as_of).previous().last_day();
    let of = |day: fn(&CommunityFacts) -> Option<NaiveDate>, until| flow(admitted(facts, &whole), day, year, until);
    let (started, started_before) = (of(|one| one.actual_start, facts.as_of), of(|one| one.actual_start, before));
    let (completed, completed_before) = (of(completion, facts.as_of), of(completion, before));
    let measure = |key: &str, name: Text, (now, then): (i64, i64), planned: Option<i64>| -> Row {
        let rate = |part: i64| Ratio::new(part, planned.unwrap_or_default());
        // In December of the year before nothing of the year has happened yet: no figure moves from there.
        let change = points(rate(now), rate(then)).filter(|_| before.year() == year);
        let cells = [
            planned.map_or(Cell::Absent, Cell::Count),
            Cell::Count(now),
            Cell::ratio(rate(now)),
            change.map_or(Cell::Absent, Cell::Text),
        ];
        let mut row = row(key, name.get(language), cells, Emphasis::Plain);
        row.records = Some(scope::records(filter));
        row
    };
    let rows = vec![
        measure(
            "started",
            Text::new("开工小区（个）", "Communities started"),
            (started.communities, started_before.communities),
            starts.map(|starts| starts.communities),
        ),
        measure(
            "started_households",
            Text::new("开工户数（户）", "Households started"),
            (started.households, started_before.households),
            starts.map(|starts| starts.households),
        ),
        measure(
            "completed",
            Text::new("完工小区（个）", "Communities completed"),
            (completed.communities, completed_before.communities),
            completions.map(|completions| completions.communities),
        ),
        measure(
            "completed_households",
            Text::new("完工户数（户）", "Households completed"),
            (completed.households, completed_before.households),
            plan.and_then(Planned::completed_households),
        ),
    ];
    let rate =
        |done: Flow, planned: Option<Flow>| Ratio::new(done.communities, planned.unwrap_or_default().communities);
    let rates = (rate(started, starts), rate(completed, completions));
    Chart {
        id: "L-03".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: message(year, (started, completed), rates, language),
        note: match language {
            Language::Zh => format!("{year}年；计划数为已下达的年度计划"),
            Language::En => format!("{year}; planned by the plan in force"),
        },
        as_of: facts.as_of,
        scope: scope::in_words(facts, &whole, language),
        columns: vec![
            column(language, "measure", Text::new("指标", "Measure"), NONE),
            column(language, "planned", Text::new("计划", "Planned"), NONE),
            column(language, "actual", Text::new("实际", "Actual"), NONE),
            column(language, "share", Text::new("完成率", "Rate"), Text::new("%", "%")),
            column(language, "change", Text::new("较上月末", "Since last month"), Text::new("个百分点", "points")),
        ],
        form: Form::Bars {
            before: vec![1],
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            stacked: false,
            share_of: Some(1),
            after: vec![2, 3, 4],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        rows,
        empty: None,
    }
}

fn message(year: i32, (started, completed): (Flow, Flow), rates: (Ratio, Ratio), language: Language) -> String {
    let of = |ratio: Ratio| if ratio.denominator > 0 { percent(ratio) } else { String::new() };
    let (start, end) = (of(rates.0), of(rates.1));
    let (started, completed) = (started.communities, completed.communities);
    match language {
        Language::Zh => {
            let rate = |name: &str, rate: String| if rate.is_empty() { rate } else { format!("（{name}{rate}）") };
            format!("{year}年开工{started}个{}，完工{completed}个{}。", rate("开工率", start), rate("完工率", end))
        }
        Language::En => {
            let rate = |rate: String| if rate.is_empty() { rate } else { format!(" ({rate} of the plan)") };
            format!("{year}: {started} started{}, {completed} completed{}.", rate(start), rate(end))
        }
    }
}
