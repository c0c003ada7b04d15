//! The fall from the investment to the gap, source by source. Where a line has more than it needs, that part stands as a step
//! upwards: it closes no other line.

use super::{
    super::{
        Filter, ProgrammeFacts,
        money::{ByGroup, counted},
        scope,
        table::{NONE, WAN, column, row},
    },
    Tally,
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Ratio, percent},
    language::{Language, Text},
};

/// 资金缺口（按来源）
pub const TITLE: Text = Text::new("资金缺口（按来源）", "Funding gap by source");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let all = counted(facts, filter).fold(Tally::default(), |sum, community| sum.plus(Tally::of(community)));
    let groups = ByGroup::of(facts, filter);
    let applied = all.applied_for > Money::ZERO;
    let cells = |amount: Money, applied_for: Option<Money>| {
        let mut cells = vec![Cell::Money(amount), Cell::ratio(Ratio::new(amount.fen(), all.total.fen()))];
        if applied {
            cells.push(applied_for.map_or(Cell::Absent, Cell::Money));
        }
        cells
    };
    let mut rows =
        vec![row("invest", Text::new("总投资", "Investment").get(language), cells(all.total, None), Emphasis::Plain)];
    for (group, tally) in &groups.0 {
        if tally.secured.is_zero() && tally.applied_for.is_zero() {
            continue;
        }
        let label = group.text().get(language);
        rows.push(row(group.code(), label, cells(tally.secured, Some(tally.applied_for)), Emphasis::Plain));
    }
    // Gap and surplus of each line add up to what the sums differ by.
    let surplus = all.gap.minus(all.total.minus(groups.total().secured));
    if surplus > Money::ZERO {
        let label = Text::new("超出改造项投资的部分", "More than its line needs");
        rows.push(row("surplus", label.get(language), cells(Money::ZERO.minus(surplus), None), Emphasis::Plain));
    }
    rows.push(row(
        "gap",
        Text::new("资金缺口", "Gap").get(language),
        cells(all.gap, Some(all.applied_for)),
        Emphasis::Total,
    ));
    rows.iter_mut().for_each(|row| row.records = Some(scope::records(filter)));
    let empty = (all.total <= Money::ZERO).then(|| match language {
        Language::Zh => "所选范围内尚未登记投资明细。".to_owned(),
        Language::En => "No investment is entered in this scope.".to_owned(),
    });
    if empty.is_some() {
        rows.clear();
    }
    let mut columns = vec![
        column(language, "step", Text::new("项目", "Step"), NONE),
        column(language, "amount", Text::new("金额", "Amount"), WAN),
        column(language, "share", Text::new("占总投资", "Of investment"), Text::new("%", "%")),
    ];
    if applied {
        columns.push(column(language, "applied_for", Text::new("拟争取", "Applied for"), WAN));
    }
    Chart {
        id: "L-06".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(&all, language) } else { String::new() },
        note: Text::new(
            "万元；由总投资逐项减去已落实资金，余下为缺口",
            "万元; from the investment down by what is secured; the rest is the gap",
        )
        .get(language)
        .to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: Form::Bars {
            before: Vec::new(),
            layers: vec![Layer { column: 1, fill: Fill::Solid }],
            stacked: false,
            share_of: None,
            after: (1..columns.len()).collect(),
            bars_on_sums: true,
            falling: true,
            line_at: None,
        },
        columns,
        rows,
        empty,
    }
}

fn message(all: &Tally, language: Language) -> String {
    let share = percent(Ratio::new(all.gap.fen(), all.total.fen()));
    let (gap, applied) = (all.gap.wan(), all.applied_for.wan());
    match language {
        Language::Zh if all.gap.is_zero() => "资金已全部落实，没有缺口。".to_owned(),
        Language::Zh if all.applied_for.is_zero() => format!("缺口{gap}万元，占总投资的{share}。"),
        Language::Zh => format!("缺口{gap}万元，占总投资的{share}；另有拟争取资金{applied}万元。"),
        Language::En if all.gap.is_zero() => "All is secured, there is no gap.".to_owned(),
        Language::En if all.applied_for.is_zero() => format!("{gap} 万元 lack, {share} of the investment."),
        Language::En => format!("{gap} 万元 lack, {share} of the investment; {applied} 万元 are applied for."),
    }
}
