//! # L-05 投资按来源 · Investment by source
//!
//! Σ of commitments that are 落实, by group in the official order, with the share of each and of 财政资金; what is merely applied
//! for stands beside it. Clauses 3.1 to 3.6.

use super::{
    Filter, ProgrammeFacts,
    money::{ByGroup, is_fiscal},
    scope,
    table::{NONE, TOTAL, WAN, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Ratio, percent},
    language::{Language, Text},
};

/// 资金来源
pub const TITLE: Text = Text::new("资金来源", "Sources of money");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let groups = ByGroup::of(facts, filter);
    let total = groups.total();
    let applied = total.applied_for > Money::ZERO;
    let mut columns = vec![
        column(language, "source", Text::new("来源", "Source"), NONE),
        column(language, "secured", Text::new("落实", "Secured"), WAN),
        column(language, "share", Text::new("占比", "Share"), Text::new("%", "%")),
        // Drawn only: the bars of 财政资金 and of the others, so that the two are told apart.
        column(language, "fiscal", Text::new("财政资金", "Public money"), WAN),
        column(language, "other", Text::new("其他资金", "Other money"), WAN),
    ];
    if applied {
        columns.push(column(language, "applied_for", Text::new("拟争取", "Applied for"), WAN));
    }
    let mut rows: Vec<_> = groups
        .with_subtotal()
        .into_iter()
        .map(|(group, tally)| {
            let label = group.map_or(Text::new("财政资金小计", "Public money"), |group| group.text());
            let fiscal = group.is_none_or(is_fiscal);
            let mut cells = vec![
                Cell::Money(tally.secured),
                Cell::ratio(Ratio::new(tally.secured.fen(), total.secured.fen())),
                if fiscal { Cell::Money(tally.secured) } else { Cell::Absent },
                if fiscal { Cell::Absent } else { Cell::Money(tally.secured) },
            ];
            if applied {
                cells.push(Cell::Money(tally.applied_for));
            }
            let key = group.map_or_else(|| "fiscal".to_owned(), |group| group.code().to_owned());
            let emphasis = if group.is_none() { Emphasis::Subtotal } else { Emphasis::Plain };
            let mut row = row(key, label.get(language), cells, emphasis);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内尚无已落实的资金。".to_owned(),
        Language::En => "No money is secured in this scope.".to_owned(),
    });
    if empty.is_none() {
        let fiscal = groups.fiscal().secured;
        let mut cells = vec![
            Cell::Money(total.secured),
            Cell::ratio(Ratio::new(total.secured.fen(), total.secured.fen())),
            Cell::Money(fiscal),
            Cell::Money(total.secured.minus(fiscal)),
        ];
        if applied {
            cells.push(Cell::Money(total.applied_for));
        }
        rows.push(row("total", TOTAL.get(language), cells, Emphasis::Total));
    }
    let after = if applied { vec![1, 2, 5] } else { vec![1, 2] };
    Chart {
        id: "L-05".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(&groups, language) } else { String::new() },
        note: Text::new("万元；占比四舍五入", "万元; shares are rounded").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: Form::Bars {
            before: Vec::new(),
            layers: vec![Layer { column: 3, fill: Fill::Solid }, Layer { column: 4, fill: Fill::Middle }],
            stacked: true,
            share_of: None,
            after,
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        columns,
        rows,
        empty,
    }
}

fn message(groups: &ByGroup, language: Language) -> String {
    let (fiscal, total) = (groups.fiscal().secured, groups.total().secured);
    let share = percent(Ratio::new(fiscal.fen(), total.fen()));
    match language {
        Language::Zh => format!("财政资金{}万元，占{share}。", fiscal.wan()),
        Language::En => format!("Public money is {} 万元, {share} of the whole.", fiscal.wan()),
    }
}
