//! By project owner, the least on time first.

use super::{
    super::{
        Filter, ProgrammeFacts,
        due_reports::{Tally, by_month},
        scope::{self, admitted},
        table::{NONE, TOTAL, column, row},
    },
    cells, columns, message, nothing,
};
use crate::{
    chart::{Chart, Emphasis, Fill, Form, Layer, Row},
    language::{Language, Text},
};
use std::collections::BTreeMap;

/// 月报按时率（按建设单位）
pub const TITLE: Text = Text::new("月报按时率（按建设单位）", "Reports on time by project owner");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let mut owners: BTreeMap<&str, Tally> = BTreeMap::new();
    for community in admitted(facts, filter) {
        let months = by_month(community).filter(|(month, _)| filter.holds(*month));
        let own = months.fold(Tally::default(), |sum, (_, tally)| sum.plus(tally));
        if own.due > 0 {
            let sum = owners.entry(&community.project_owner).or_default();
            *sum = sum.plus(own);
        }
    }
    let all = owners.values().fold(Tally::default(), |sum, tally| sum.plus(*tally));
    let mut owners: Vec<(&str, Tally)> = owners.into_iter().collect();
    let share = |tally: &Tally, other: &Tally| i128::from(tally.on_time) * i128::from(other.due);
    owners.sort_by(|(a, left), (b, right)| share(left, right).cmp(&share(right, left)).then_with(|| a.cmp(b)));
    let mut rows: Vec<Row> = owners
        .iter()
        .map(|(owner, tally)| {
            let emphasis = if tally.missing > 0 { Emphasis::Alarm } else { Emphasis::Plain };
            let name = if owner.is_empty() {
                Text::new("未登记建设单位", "no project owner entered").get(language).to_owned()
            } else {
                scope::owner(facts, owner, language)
            };
            let mut row = row(*owner, name, cells(*tally), emphasis);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| nothing(language));
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(all), Emphasis::Total));
    }
    let first = column(language, "owner", Text::new("建设单位", "Project owner"), NONE);
    Chart {
        id: "L-10".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(all, language) } else { String::new() },
        note: Text::new("份；按按时率由低到高", "the least on time first").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::with_months(facts, filter, language),
        form: Form::Bars {
            before: vec![1],
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            stacked: false,
            share_of: Some(1),
            after: vec![2, 3, 4, 5],
            bars_on_sums: true,
            falling: false,
            line_at: None,
        },
        columns: columns(first, language),
        rows,
        empty,
    }
}
