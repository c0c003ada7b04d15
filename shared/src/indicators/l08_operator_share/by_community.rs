//! By community, the lowest share first.

use super::{
    super::{
        Filter, ProgrammeFacts,
        money::counted,
        ranked::{self, Part},
        scope,
        table::{NONE, TOTAL, column, row},
    },
    Tally, columns, floor_of, form, note, nothing,
};
use crate::{
    chart::{Chart, Emphasis},
    exact::{Bound, Money},
    language::{Language, Text},
};
use std::cmp::Ordering;

/// 管线单位出资比例（按小区）
pub const TITLE: Text = Text::new("管线单位出资比例（按小区）", "Operators' share by community");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let floor = floor_of(facts);
    let mut parts: Vec<Part<'_, Tally>> = counted(facts, filter)
        .map(|community| (community, community.pipelines.iter().map(Tally::of).fold(Tally::default(), Tally::plus)))
        .filter(|(_, tally)| tally.invested > Money::ZERO)
        .collect();
    parts.sort_by(|(a, left), (b, right)| {
        let shares = left.ratio().against(right.ratio()).unwrap_or(Ordering::Equal);
        shares.then_with(|| (&a.code, a.id).cmp(&(&b.code, b.id)))
    });
    let total = parts.iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally));
    let below = parts.iter().filter(|(_, tally)| tally.is_below(floor)).count();
    let cells = |tally: Tally| tally.cells(floor);
    let mut rows =
        ranked::rows(&parts, Tally::plus, cells, |tally| tally.emphasis(floor), "funding", (filter, language));
    let empty = parts.is_empty().then(|| nothing(language));
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(total), Emphasis::Total));
    }
    let first = column(language, "community", Text::new("小区", "Community"), NONE);
    Chart {
        id: "L-08".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(total, below, floor, language) } else { String::new() },
        note: note(floor, language),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: form(floor),
        columns: columns(first, language),
        rows,
        empty,
    }
}

fn message(total: Tally, below: usize, floor: i64, language: Language) -> String {
    let share = total.ratio().percent(Bound::AtLeast(floor)).unwrap_or_default();
    let (paid, invested) = (total.paid.wan(), total.invested.wan());
    match language {
        Language::Zh => {
            let which = if below == 0 {
                format!("各小区均不低于{floor}%")
            } else {
                format!("{below}个小区低于{floor}%")
            };
            format!("管线单位出资{paid}万元，占管线改造投资{invested}万元的{share}%；{which}。")
        }
        Language::En => {
            let which = if below == 0 {
                format!("no community is below {floor}%")
            } else {
                format!("{} below {floor}%", scope::communities(below))
            };
            format!("Operators pay {paid} of {invested} 万元 for pipelines, {share}%; {which}.")
        }
    }
}
