//! # L-19 投资完成率 · Investment done
//!
//! Cumulative investment of the last accepted reports of a plan year's communities (without one that of the opening balance), of what the year's plans in force ask for. A
//! scope narrower than a year has no plan of its own, so no rate. Clauses 5.2b, 5.4c.

use super::{
    Filter, ProgrammeFacts,
    money::counted,
    scope,
    table::{NONE, TOTAL, WAN, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer, Row},
    exact::{Money, Ratio, percent},
    language::{Language, Text},
};
use std::collections::BTreeMap;

/// 投资完成率
pub const TITLE: Text = Text::new("投资完成率", "Investment done");

/// Planned, none without a plan, and done; it adds over years that have a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    planned: Option<Money>,
    done: Money,
}

impl Tally {
    fn cells(self) -> [Cell; 3] {
        let base = self.planned.map_or(0, Money::fen);
        [
            self.planned.map_or(Cell::Absent, Cell::Money),
            Cell::Money(self.done),
            Cell::ratio(Ratio::new(self.done.fen(), base)),
        ]
    }
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let is_whole = filter.whole_programme() == Filter::default();
    let mut years: BTreeMap<i32, Tally> = BTreeMap::new();
    for community in counted(facts, filter) {
        let sum = years.entry(community.plan_year).or_default();
        sum.done = sum.done.plus(community.reports.last().map_or(community.opening_invest, |report| report.cum_invest));
    }
    let in_force = facts.plans.iter().filter(|plan| plan.is_issued() && plan.planned_invest > Money::ZERO);
    for plan in in_force.filter(|plan| is_whole && filter.year.is_none_or(|year| year == plan.year)) {
        let sum = years.entry(plan.year).or_default();
        sum.planned = Some(sum.planned.unwrap_or_default().plus(plan.planned_invest));
    }
    let with_plan = years.values().filter(|tally| tally.planned.is_some());
    let total = with_plan.fold(Tally::default(), |sum, tally| Tally {
        planned: Some(sum.planned.unwrap_or_default().plus(tally.planned.unwrap_or_default())),
        done: sum.done.plus(tally.done),
    });
    let mut rows: Vec<Row> = years
        .iter()
        .map(|(year, tally)| {
            let label = match language {
                Language::Zh => format!("{year}年度"),
                Language::En => format!("Plan {year}"),
            };
            let mut row = row(year.to_string(), label, tally.cells(), Emphasis::Plain);
            row.records = Some(scope::records(&Filter { year: Some(*year), ..filter.clone() }));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| scope::nobody(language));
    if years.values().filter(|tally| tally.planned.is_some()).count() > 1 {
        let name = Text::new("有计划数的年度合计", "Years with a plan");
        let name = if years.values().all(|tally| tally.planned.is_some()) { TOTAL } else { name };
        rows.push(row("total", name.get(language), total.cells(), Emphasis::Total));
    }
    Chart {
        id: "L-19".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(total, &years, language) } else { String::new() },
        note: Text::new(
            "万元；累计完成投资取最近一期审核通过的月报；计划投资为已下达的年度计划",
            "万元; done by the last accepted report; planned by the plan in force",
        )
        .get(language)
        .to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns: vec![
            column(language, "year", Text::new("计划年度", "Plan year"), NONE),
            column(language, "planned", Text::new("计划投资", "Planned"), WAN),
            column(language, "done", Text::new("累计完成", "Done"), WAN),
            column(language, "share", Text::new("完成率", "Done of planned"), Text::new("%", "%")),
        ],
        form: Form::Bars {
            before: vec![1],
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            stacked: false,
            share_of: None,
            after: vec![2, 3],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        rows,
        empty,
    }
}

fn message(total: Tally, years: &BTreeMap<i32, Tally>, language: Language) -> String {
    let done: Money = years.values().map(|tally| tally.done).sum();
    let Some(planned) = total.planned else {
        return match language {
            Language::Zh => format!("累计完成投资{}万元。", done.wan()),
            Language::En => format!("{} 万元 done.", done.wan()),
        };
    };
    let share = percent(Ratio::new(total.done.fen(), planned.fen()));
    match language {
        Language::Zh => format!("累计完成投资{}万元，为计划投资的{share}。", total.done.wan()),
        Language::En => format!("{} 万元 done, {share} of what was planned.", total.done.wan()),
    }
}
