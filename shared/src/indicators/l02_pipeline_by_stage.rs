//! # L-02 阶段分布 · Pipeline by stage
//!
//! Communities, households and area in the groups 储备, 本年新开工 (started this year, under works), 续建 (started before, under works),
//! 竣工 and 调出, the communities stacked by plan year. Clause 5.2a.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    scope::{self, admitted},
    table::{NONE, TOTAL, column, row},
};
use crate::{
    chart::{Cell, Chart, Column, Emphasis, Fill, Form, Layer},
    exact::Area,
    language::{Language, Text},
    ordered,
    policy::stages::Stage,
};
use chrono::{Datelike, NaiveDate};

/// 阶段分布
pub const TITLE: Text = Text::new("阶段分布", "Communities by stage");

const GROUPS: [(&str, Text); 5] = [
    ("reserve", Text::new("储备", "Reserve")),
    ("new", Text::new("本年新开工", "Started this year")),
    ("continued", Text::new("续建", "Continued")),
    ("completed", Text::new("竣工", "Completed")),
    ("withdrawn", Text::new("调出", "Withdrawn")),
];

/// The group of a community on a day, as an index into the groups.
fn group(community: &CommunityFacts, on: NaiveDate) -> usize {
    match community.stage {
        Stage::Reserve => 0,
        Stage::Completed => 3,
        Stage::Withdrawn => 4,
        Stage::NewStart | Stage::UnderWay => {
            if community.actual_start.is_some_and(|start| start.year() == on.year()) {
                1
            } else {
                2
            }
        }
    }
}

/// Of more plan years than fills the earliest are one layer.
const FILLS: [Fill; 4] = [Fill::Solid, Fill::Middle, Fill::Light, Fill::Hatched];

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let communities: Vec<&CommunityFacts> = admitted(facts, filter).collect();
    let all_years = ordered::set(communities.iter().map(|community| community.plan_year));
    // The first of these stands for the years before it too, if there are more than fills.
    let years: Vec<i32> = all_years.iter().copied().skip(all_years.len().saturating_sub(FILLS.len())).collect();
    let merged = years.len() < all_years.len();
    let mut counts = vec![vec![0_i64; years.len()]; GROUPS.len()];
    let mut households = [0_i64; GROUPS.len()];
    let mut areas = [Area::default(); GROUPS.len()];
    for community in &communities {
        let group = group(community, facts.as_of);
        let year = years.partition_point(|year| *year <= community.plan_year).saturating_sub(1);
        counts[group][year] += 1;
        households[group] = households[group].saturating_add(community.households);
        areas[group] = areas[group].plus(community.area);
    }
    let cells = |counts: &[i64], households: i64, area: Area| -> Vec<Cell> {
        let mut cells = vec![Cell::Count(counts.iter().sum()), Cell::Count(households), Cell::Area(area)];
        cells.extend(counts.iter().map(|count| Cell::Count(*count)));
        cells
    };
    let mut rows: Vec<_> = GROUPS
        .iter()
        .enumerate()
        .map(|(index, (key, name))| {
            let mut row =
                row(*key, name.get(language), cells(&counts[index], households[index], areas[index]), Emphasis::Plain);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let sums: Vec<i64> = (0..years.len()).map(|year| counts.iter().map(|group| group[year]).sum()).collect();
    rows.push(row(
        "total",
        TOTAL.get(language),
        cells(&sums, scope::sum_of_households(households), areas.into_iter().sum()),
        Emphasis::Total,
    ));
    let mut columns = vec![
        column(language, "group", Text::new("阶段", "Stage"), NONE),
        column(language, "communities", Text::new("小区", "Communities"), Text::new("个", "")),
        column(language, "households", Text::new("户数", "Households"), Text::new("户", "")),
        column(language, "area", Text::new("面积", "Area"), Text::new("㎡", "㎡")),
    ];
    columns.extend(years.iter().enumerate().map(|(index, year)| Column {
        key: year.to_string(),
        name: match (language, merged && index == 0) {
            (Language::Zh, false) => format!("{year}年度"),
            (Language::Zh, true) => format!("{year}年度及以前"),
            (Language::En, false) => format!("Plan {year}"),
            (Language::En, true) => format!("Plan {year} and before"),
        },
        unit: if language == Language::Zh { "个".to_owned() } else { String::new() },
    }));
    let layers =
        years.iter().enumerate().zip(FILLS).map(|((index, _), fill)| Layer { column: 4 + index, fill }).collect();
    Chart {
        id: "L-02".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: message(&counts, language),
        note: Text::new("小区个数，按计划年度分段", "communities, stacked by plan year").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns,
        form: Form::Bars {
            before: vec![1],
            layers,
            stacked: true,
            share_of: None,
            after: vec![2, 3],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        rows,
        empty: communities.is_empty().then(|| scope::nobody(language)),
    }
}

fn message(counts: &[Vec<i64>], language: Language) -> String {
    let told: Vec<String> = GROUPS
        .iter()
        .zip(counts)
        .map(|((_, name), counts)| (name, counts.iter().sum::<i64>()))
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| match language {
            Language::Zh => format!("{}{count}个", name.zh),
            Language::En => format!("{} {count}", name.en),
        })
        .collect();
    match language {
        _ if told.is_empty() => String::new(),
        Language::Zh => format!("{}。", told.join("，")),
        Language::En => format!("{}.", told.join(", ")),
    }
}
