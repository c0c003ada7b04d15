//! # L-01 目标完成度 · Target attainment
//!
//! Done communities, area and households against the targets of clause 2.1c, with those under way beside them and the share of
//! time that has passed. A community counts once, done when it has a completed project community and none under works;
//! area and households are over distinct buildings. Not capped. The year filter does not apply.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    scope::{self, admitted},
    table::{NONE, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Form},
    exact::{Area, Bound, Month, Ratio},
    language::{Language, Text},
    ordered,
    policy::{
        parameters::{Settings, TARGET_AREA, TARGET_COMMUNITIES, TARGET_HOUSEHOLDS},
        stages::Stage,
    },
};
use chrono::Datelike;
use std::collections::BTreeMap;

/// “十四五”目标任务
pub const TITLE: Text = Text::new("“十四五”目标任务", "Targets of the programme");

/// Communities with their households and area; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    communities: i64,
    households: i64,
    area: Area,
}

impl Tally {
    /// One community, over the distinct buildings of its project communities. One that was entered by its sums alone, without
    /// any building, counts with the largest of them.
    fn of<'a>(entries: impl Iterator<Item = &'a CommunityFacts> + Clone) -> Self {
        if entries.clone().all(|entry| entry.buildings.is_empty()) {
            return Self {
                communities: 1,
                households: entries.clone().map(|entry| entry.households).max().unwrap_or_default(),
                area: entries.map(|entry| entry.area).max().unwrap_or_default(),
            };
        }
        let buildings = entries.clone().flat_map(|entry| &entry.buildings);
        let mut sum = Self { communities: 1, ..Self::default() };
        let mut add = |households: i64, area: Area| {
            sum.households = sum.households.saturating_add(households);
            sum.area = sum.area.plus(area);
        };
        // Most communities have one project community, and no list names a building twice. Else, of a few buildings those that
        // come again are found by looking; of many by a map.
        if entries.clone().nth(1).is_none() {
            buildings.for_each(|(_, households, area)| add(*households, *area));
        } else if buildings.clone().count() <= FEW {
            for (at, (no, households, area)) in buildings.clone().enumerate() {
                if buildings.clone().skip(at + 1).all(|(later, ..)| later != no) {
                    add(*households, *area);
                }
            }
        } else {
            let distinct: BTreeMap<&str, (i64, Area)> =
                buildings.map(|(no, households, area)| (no.as_str(), (*households, *area))).collect();
            distinct.into_values().for_each(|(households, area)| add(households, area));
        }
        sum
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            communities: self.communities + other.communities,
            households: self.households.saturating_add(other.households),
            area: self.area.plus(other.area),
        }
    }
}

/// So many buildings are few.
const FEW: usize = 24;

/// Done and under way.
fn tally(facts: &ProgrammeFacts, filter: &Filter) -> (Tally, Tally) {
    let mut entries: Vec<&CommunityFacts> = admitted(facts, filter).collect();
    ordered::sort(&mut entries, |a, b| a.community.cmp(&b.community));
    let (mut done, mut under_way) = (Tally::default(), Tally::default());
    for entries in entries.chunk_by(|one, next| one.community == next.community) {
        let at = |wanted: fn(Stage) -> bool| entries.iter().copied().filter(move |entry| wanted(entry.stage));
        let works = at(Stage::is_under_works);
        let completed = at(|stage| stage == Stage::Completed);
        if works.clone().next().is_some() {
            under_way = under_way.plus(Tally::of(works));
        } else if completed.clone().next().is_some() {
            done = done.plus(Tally::of(completed));
        }
    }
    (done, under_way)
}

/// Whole months of the programme that have passed, and how many it has.
fn pace(facts: &ProgrammeFacts) -> Ratio {
    let (from, to) = facts.programme.settings.programme_years();
    let months_of = |month: Month| i64::from(month.year()) * MONTHS + i64::from(month.month()) - 1;
    let all = (i64::from(to) - i64::from(from) + 1) * MONTHS;
    let passed = months_of(Month::of(facts.as_of)) - i64::from(from) * MONTHS;
    Ratio::new(passed.clamp(0, all.max(0)), all)
}

const MONTHS: i64 = 12;

/// What the chart is called: a programme of the years of the notice by the plan of those years.
fn title(facts: &ProgrammeFacts) -> Text {
    let of_the_notice = facts.programme.settings.programme_years() == Settings::default().programme_years();
    if of_the_notice { TITLE } else { Text::new("规划目标任务", TITLE.en) }
}

/// The chart of a scope; the year of the filter does not apply.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let filter = &filter.whole_programme();
    let settings = &facts.programme.settings;
    let (done, under_way) = tally(facts, filter);
    let pace = pace(facts);
    // A share short of its target never shows as having reached it.
    let share = |part: i64, target: i64| Cell::Percent(part, target, Some(TARGET_REACHED));
    let gauge = |key: &str, name: Text, done: (i64, Cell), under_way: (i64, Cell), target: (i64, Cell)| {
        let cells =
            [done.1, under_way.1, target.1, Cell::ratio(pace), share(done.0, target.0), share(under_way.0, target.0)];
        let mut row = row(key, name.get(language), cells, Emphasis::Plain);
        row.records = Some(scope::records(filter));
        row
    };
    let count = |value: i64| (value, Cell::Count(value));
    let area = |value: Area| (value.hundredths(), Cell::Area(value));
    let rows = vec![
        gauge(
            "communities",
            Text::new("小区（个）", "Communities"),
            count(done.communities),
            count(under_way.communities),
            count(settings.get(TARGET_COMMUNITIES, facts.as_of)),
        ),
        gauge(
            "area",
            Text::new("建筑面积（㎡）", "Floor area (㎡)"),
            area(done.area),
            area(under_way.area),
            area(settings.get(TARGET_AREA, facts.as_of)),
        ),
        gauge(
            "households",
            Text::new("户数（户）", "Households"),
            count(done.households),
            count(under_way.households),
            count(settings.get(TARGET_HOUSEHOLDS, facts.as_of)),
        ),
    ];
    let (from, to) = settings.programme_years();
    Chart {
        id: "L-01".to_owned(),
        language,
        title: title(facts).get(language).to_owned(),
        message: message(facts, filter, done.communities, pace, language),
        note: match language {
            Language::Zh => format!("{from}年至{to}年；年度筛选不适用"),
            Language::En => format!("{from} to {to}; not filtered by year"),
        },
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns: vec![
            column(language, "target_name", Text::new("指标", "Measure"), NONE),
            column(language, "done", Text::new("竣工", "Completed"), NONE),
            column(language, "under_way", Text::new("在建", "Under way"), NONE),
            column(language, "target", Text::new("目标", "Target"), NONE),
            column(language, "pace", Text::new("时序进度", "Time passed"), NONE),
            column(language, "done_share", Text::new("竣工占比", "Completed share"), NONE),
            column(language, "under_way_share", Text::new("在建占比", "Share under way"), NONE),
        ],
        form: Form::Gauges { done: 1, under_way: 2, target: 3, pace: 4, shares: [5, 6] },
        rows,
        empty: None,
    }
}

/// A target is reached at its whole.
pub(crate) const TARGET_REACHED: i64 = 100;

fn message(facts: &ProgrammeFacts, filter: &Filter, done: i64, pace: Ratio, language: Language) -> String {
    let target = facts.programme.settings.get(TARGET_COMMUNITIES, facts.as_of);
    // Done share and pace on one denominator, so that their difference is exact.
    let whole = target.saturating_mul(pace.denominator);
    let behind = pace.numerator.saturating_mul(target).saturating_sub(done.saturating_mul(pace.denominator));
    let points = Ratio::new(behind.abs(), whole).percent(Bound::None).unwrap_or_else(|| "0.00".to_owned());
    let year = facts.as_of.year();
    let planned = admitted(facts, filter).filter(|entry| entry.plan_year == year && entry.plan.is_some()).count();
    let started =
        admitted(facts, filter).filter(|entry| entry.plan_year == year && entry.started_by(facts.as_of)).count();
    let completed =
        admitted(facts, filter).filter(|entry| entry.plan_year == year && entry.stage == Stage::Completed).count();
    match language {
        Language::Zh => {
            let side = if behind > 0 { "滞后" } else { "超前" };
            let pace = if behind == 0 {
                "与时序进度持平".to_owned()
            } else {
                format!("较时序进度{side}{points}个百分点")
            };
            format!("竣工{done}个，{pace}。{year}年度计划{planned}个，已开工{started}个，竣工{completed}个。")
        }
        Language::En => {
            let side = if behind > 0 { "behind" } else { "ahead of" };
            let pace = if behind == 0 {
                "in step with time".to_owned()
            } else {
                format!("{points} points {side} time passed")
            };
            format!("{done} completed, {pace}. Plan of {year}: {planned}, started {started}, completed {completed}.")
        }
    }
}
