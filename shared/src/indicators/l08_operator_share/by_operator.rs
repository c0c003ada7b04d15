//! By operator kind, in the order of the catalogue; lines that do not name their kind stand last.

use super::{
    super::{
        Filter, ProgrammeFacts,
        money::counted,
        scope,
        table::{NONE, TOTAL, column, row},
    },
    Tally, columns, floor_of, form, note, nothing,
};
use crate::{
    chart::{Chart, Emphasis, Row},
    language::{Language, Text},
    policy::items::OperatorKind,
    words::quantities,
};
use std::collections::BTreeMap;

/// 管线单位出资比例（按管线类别）
pub const TITLE: Text = Text::new("管线单位出资比例（按管线类别）", "Operators' share by kind");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let floor = floor_of(facts);
    let mut kinds: BTreeMap<Option<OperatorKind>, Tally> = BTreeMap::new();
    for kind in counted(facts, filter).flat_map(|community| &community.pipelines) {
        let sum = kinds.entry(kind.0).or_default();
        *sum = sum.plus(Tally::of(kind));
    }
    let total = kinds.values().fold(Tally::default(), |sum, tally| sum.plus(*tally));
    let unnamed = Text::new("未注明类别", "kind not stated");
    // None sorts first and is told last.
    let in_order =
        kinds.iter().filter(|(kind, _)| kind.is_some()).chain(kinds.iter().filter(|(kind, _)| kind.is_none()));
    let mut rows: Vec<Row> = in_order
        .map(|(kind, tally)| {
            let (key, name) = kind.map_or(("unnamed", unnamed), |kind| (kind.code(), kind.text()));
            let mut row = row(key, name.get(language), tally.cells(floor), tally.emphasis(floor));
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| nothing(language));
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), total.cells(floor), Emphasis::Total));
    }
    let below: Vec<String> = kinds
        .iter()
        .filter(|(_, tally)| tally.is_below(floor))
        .map(|(kind, _)| kind.map_or(unnamed, OperatorKind::text).get(language).to_owned())
        .collect();
    let below = quantities::listed(language, &below);
    let message = match language {
        _ if empty.is_some() => String::new(),
        Language::Zh if below.is_empty() => format!("各类管线单位均不低于{floor}%。"),
        Language::Zh => format!("低于{floor}%的管线类别：{below}。"),
        Language::En if below.is_empty() => format!("No kind of operator is below {floor}%."),
        Language::En => format!("Below {floor}%: {below}."),
    };
    let first = column(language, "operator", Text::new("管线类别", "Operator kind"), NONE);
    Chart {
        id: "L-08-operator".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message,
        note: note(floor, language),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: form(floor),
        columns: columns(first, language),
        rows,
        empty,
    }
}
