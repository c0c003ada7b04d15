//! By month, from the first to the last of which a report was due.

use super::{
    super::{
        Filter, ProgrammeFacts,
        due_reports::{Tally, by_month},
        scope::{self, admitted},
        table::{NONE, column, row},
    },
    cells, columns, message, nothing,
};
use crate::{
    chart::{Chart, Emphasis, Fill, Form, Layer, Row},
    exact::Month,
    language::{Language, Text},
    words::quantities,
};
use std::collections::BTreeMap;

/// 月报按时率（按月）
pub const TITLE: Text = Text::new("月报按时率（按月）", "Reports on time by month");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let mut months: BTreeMap<Month, Tally> = BTreeMap::new();
    for (month, tally) in admitted(facts, filter).flat_map(by_month).filter(|(month, _)| filter.holds(*month)) {
        let sum = months.entry(month).or_default();
        *sum = sum.plus(tally);
    }
    let all = months.values().fold(Tally::default(), |sum, tally| sum.plus(*tally));
    let last = months.keys().next_back().copied();
    // A month of which nothing was due has no share.
    let every = std::iter::successors(months.keys().next().copied(), |month| Some(month.next()));
    let rows: Vec<Row> = every
        .take_while(|month| Some(*month) <= last)
        .map(|month| {
            let tally = months.get(&month).copied().unwrap_or_default();
            let emphasis = if tally.missing > 0 { Emphasis::Alarm } else { Emphasis::Plain };
            let mut row = row(month.to_string(), quantities::month(language, month), cells(tally), emphasis);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| nothing(language));
    let first = column(language, "period", Text::new("月份", "Month"), NONE);
    let columns = columns(first, language);
    let share = columns.len().saturating_sub(1);
    Chart {
        id: "L-10-month".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(all, language) } else { String::new() },
        note: Text::new("%；下行为未报份数", "%; the lower line counts what is missing").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::with_months(facts, filter, language),
        form: Form::Curve {
            layers: vec![Layer { column: share, fill: Fill::Solid }],
            below: Some(share.saturating_sub(1)),
            today_after: None,
        },
        columns,
        rows,
        empty,
    }
}
