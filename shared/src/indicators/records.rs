//! The records behind a mark: the communities that make up its figure, each with its own part of it. They are found by the chart
//! itself, computed for each community alone, so that no chart is told twice.

use super::{CommunityFacts, Filter, ProgrammeFacts, indicator, money::is_fiscal, ranked::OTHERS, scope};
use crate::{
    chart::{Cell, Chart, Column, Emphasis, Row},
    language::Language,
    policy::{funding::SourceGroup, stages::Stage},
};
use std::cmp::Reverse;
use uuid::Uuid;

/// The records behind a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    /// The label of the mark.
    pub label: String,
    /// The columns of the figures.
    pub columns: Vec<Column>,
    /// The communities, those with the most first.
    pub rows: Vec<Record>,
}

/// A community with its part of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The project community.
    pub id: Uuid,
    /// 小区名称
    pub name: String,
    /// 计划年度
    pub plan_year: i32,
    /// 阶段
    pub stage: Stage,
    /// 建设单位, as it is named in the language.
    pub owner: String,
    /// 责任人
    pub manager: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// The columns that are told of each community, the one first by which they stand in order. A community that has none of them
/// is no record. What follows from the plan of a year or from targets is no part of a community's figure.
fn measures(id: &str) -> &'static [&'static str] {
    match id {
        "L-01" => &["done", "under_way"],
        "L-02" => &["communities", "households", "area"],
        "L-03" => &["actual"],
        "L-04" => &["total", "基础类", "完善类", "提升类", "其他费用"],
        "L-05" => &["secured", "applied_for"],
        "L-06" => &["amount", "applied_for"],
        "L-06-community" => &["gap", "invest", "covered", "applied_for"],
        "L-07" => &["secured", "received", "received_share", "paid", "paid_share"],
        "L-08" | "L-08-operator" => &["invested", "paid", "share"],
        "L-10" | "L-10-month" => &["missing", "late", "on_time", "due", "share"],
        "L-11" => &["lag", "planned", "actual"],
        "L-14" => &["done", "in_plan", "not_yet"],
        "L-18" => &["planned", "done"],
        "L-19" => &["done"],
        _ => &[],
    }
}

/// The records behind a row of a chart; `None` for what is no figure of communities.
pub fn records(facts: &ProgrammeFacts, filter: &Filter, id: &str, row: &str, language: Language) -> Option<Records> {
    let indicator = indicator(id)?;
    let chart = indicator.chart(facts, filter, language);
    let mark = chart.row(row)?;
    let wanted: Vec<usize> = measures(id).iter().filter_map(|key| chart.column(key)).collect();
    if wanted.is_empty() {
        return None;
    }
    let keys: Vec<&str> = wanted.iter().filter_map(|at| Some(chart.columns.get(*at)?.key.as_str())).collect();
    let mut alone = ProgrammeFacts {
        programme: facts.programme.clone(),
        as_of: facts.as_of,
        revision: facts.revision,
        plans: facts.plans.clone(),
        communities: Vec::new(),
        duties: Default::default(),
    };
    let mut rows = Vec::new();
    // A chart that spans the programme admits more than the filter says; its own answer decides.
    for community in &facts.communities {
        if !filter.whole_programme().admits(facts, community) {
            continue;
        }
        alone.communities.clear();
        alone.communities.push(community.clone());
        let own = indicator.chart(&alone, filter, language);
        let Some(found) = own_row(&own, &chart, mark, community) else { continue };
        let cells: Vec<Cell> = keys.iter().map(|key| cell(&own, found, key).unwrap_or(Cell::Absent)).collect();
        if cells.iter().any(says_something) {
            rows.push(record(facts, community, cells, language));
        }
    }
    rows.sort_by_key(|record| Reverse(record.cells.first().map_or(0, weight)));
    let columns = wanted.iter().filter_map(|at| chart.columns.get(*at).cloned()).collect();
    Some(Records { label: mark.cells.first().map(Cell::shown).unwrap_or_default(), columns, rows })
}

/// The row of a community's own chart that belongs to the mark.
fn own_row<'a>(own: &'a Chart, chart: &Chart, mark: &Row, community: &CommunityFacts) -> Option<&'a Row> {
    let of_itself = || own.row(&community.id.to_string());
    match mark.key.as_str() {
        OTHERS => of_itself().filter(|row| chart.row(&row.key).is_none()),
        // A community with one fiscal source has no subtotal of them, one with one kind of pipeline neither.
        "fiscal" => own
            .row("fiscal")
            .or_else(|| own.rows.iter().find(|row| SourceGroup::from_code(&row.key).is_some_and(is_fiscal))),
        "pipelines" => own
            .row("pipelines")
            .or_else(|| own.rows.first().filter(|row| super::further_facts::is_pipeline_in_metres(&row.key))),
        // A year with a span of its own is one of the span where there are many years.
        key if key.contains('-') && own.row(key).is_none() && chart.id == "L-14" => {
            let (from, to) = key.split_once('-')?;
            let holds =
                |row: &&Row| row.emphasis == Emphasis::Plain && from <= row.key.as_str() && row.key.as_str() <= to;
            own.rows.iter().find(holds)
        }
        key => own.row(key),
    }
}

fn cell(own: &Chart, row: &Row, key: &str) -> Option<Cell> {
    row.cells.get(own.column(key)?).cloned()
}

fn says_something(cell: &Cell) -> bool {
    cell.magnitude().is_some_and(|(amount, _)| amount != 0)
}

/// By what records stand in order: money, counts and points as they are.
fn weight(cell: &Cell) -> i64 {
    cell.magnitude().map_or(i64::MIN, |(amount, _)| amount)
}

fn record(facts: &ProgrammeFacts, community: &CommunityFacts, cells: Vec<Cell>, language: Language) -> Record {
    Record {
        id: community.id,
        name: community.name.clone(),
        plan_year: community.plan_year,
        stage: community.stage,
        owner: scope::owner(facts, &community.project_owner, language),
        manager: community.manager_name.clone(),
        cells,
    }
}
