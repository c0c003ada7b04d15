//! The communities with a gap, the largest first.

use super::{
    super::{
        Filter, ProgrammeFacts,
        money::counted,
        ranked::{self, Part},
        scope,
        table::{NONE, TOTAL, WAN, column, row},
    },
    Tally,
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Ratio},
    language::{Language, Text},
};

/// 资金缺口（按小区）
pub const TITLE: Text = Text::new("资金缺口（按小区）", "Funding gap by community");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let mut parts: Vec<Part<'_, Tally>> = counted(facts, filter)
        .filter(|community| community.gap > Money::ZERO)
        .map(|community| (community, Tally::of(community)))
        .collect();
    parts.sort_by(|(a, left), (b, right)| right.gap.cmp(&left.gap).then_with(|| (&a.code, a.id).cmp(&(&b.code, b.id))));
    let total = parts.iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally));
    let applied = total.applied_for > Money::ZERO;
    let cells = |tally: Tally| {
        let mut cells = vec![
            Cell::Money(tally.total),
            Cell::Money(tally.total.minus(tally.gap)),
            Cell::Money(tally.gap),
            Cell::ratio(Ratio::new(tally.gap.fen(), tally.total.fen())),
        ];
        if applied {
            cells.push(Cell::Money(tally.applied_for));
        }
        cells
    };
    let mut rows = ranked::rows(&parts, Tally::plus, cells, |_| Emphasis::Plain, "funding", (filter, language));
    let empty = parts.is_empty().then(|| match language {
        Language::Zh => "所选范围内的小区均没有资金缺口。".to_owned(),
        Language::En => "No community in this scope has a gap.".to_owned(),
    });
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(total), Emphasis::Total));
    }
    let mut columns = vec![
        column(language, "community", Text::new("小区", "Community"), NONE),
        column(language, "invest", Text::new("总投资", "Investment"), WAN),
        column(language, "covered", Text::new("已落实", "Secured"), WAN),
        column(language, "gap", Text::new("缺口", "Gap"), WAN),
        column(language, "share", Text::new("缺口占比", "Gap share"), Text::new("%", "%")),
    ];
    if applied {
        columns.push(column(language, "applied_for", Text::new("拟争取", "Applied for"), WAN));
    }
    Chart {
        id: "L-06-community".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(parts.len(), total, language) } else { String::new() },
        note: Text::new("万元；按缺口由大到小", "万元; the largest gap first").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: Form::Bars {
            before: Vec::new(),
            layers: vec![Layer { column: 2, fill: Fill::Light }, Layer { column: 3, fill: Fill::Solid }],
            stacked: true,
            share_of: None,
            after: (1..columns.len()).collect(),
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        columns,
        rows,
        empty,
    }
}

fn message(communities: usize, total: Tally, language: Language) -> String {
    let gap = total.gap.wan();
    match language {
        Language::Zh => format!("{communities}个小区有缺口，共{gap}万元。"),
        Language::En => format!("{} with a gap, {gap} 万元 in all.", scope::communities(communities)),
    }
}
