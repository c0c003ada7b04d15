//! # L-07 到位率、支付率 · Receipts and payments
//!
//! Σ received / Σ 落实 in cash, Σ paid / Σ received, by source (C-97). Goods and labour are not cash, so the base shown
//! leaves them out. Clauses 5.2b, 5.3c.

use super::{
    Dimension, Filter, ProgrammeFacts,
    money::{ByGroup, Tally, counted, until},
    scope,
    table::{NONE, TOTAL, WAN, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Month, Ratio, percent, points},
    language::{Language, Text},
    words::quantities,
};
use std::collections::BTreeSet;

/// 资金到位和支付
pub const TITLE: Text = Text::new("资金到位和支付", "Money received and paid");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let groups = ByGroup::of(facts, filter);
    let with_goods = groups.total().secured > groups.total().secured_cash;
    let groups = groups.with_cash();
    let cells = |tally: &Tally| {
        [
            Cell::Money(tally.secured_cash),
            Cell::Money(tally.received),
            Cell::ratio(tally.received_share()),
            Cell::Money(tally.paid),
            Cell::ratio(tally.paid_share()),
        ]
    };
    let mut rows: Vec<_> = groups
        .with_subtotal()
        .iter()
        .map(|(group, tally)| {
            let label = group.map_or(Text::new("财政资金小计", "Public money"), |group| group.text());
            let key = group.map_or("fiscal", |group| group.code());
            let emphasis = if group.is_none() { Emphasis::Subtotal } else { Emphasis::Plain };
            let mut row = row(key, label.get(language), cells(tally), emphasis);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内尚无已落实的资金，也无到位和支付。".to_owned(),
        Language::En => "No money is secured, received or paid in this scope.".to_owned(),
    });
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(&groups.total()), Emphasis::Total));
    }
    let percent_sign = Text::new("%", "%");
    Chart {
        id: "L-07".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(facts, filter, &groups.total(), language) } else { String::new() },
        note: note(with_goods, language).to_owned(),
        as_of: facts.as_of,
        scope: scope::with_months(facts, filter, language),
        columns: vec![
            column(language, "source", Text::new("来源", "Source"), NONE),
            column(language, "secured", Text::new("落实", "Secured"), WAN),
            column(language, "received", Text::new("到位", "Received"), WAN),
            column(language, "received_share", Text::new("到位率", "of secured"), percent_sign),
            column(language, "paid", Text::new("支付", "Paid"), WAN),
            column(language, "paid_share", Text::new("支付率", "of received"), percent_sign),
        ],
        form: Form::Bars {
            before: vec![1],
            layers: vec![
                Layer { column: 1, fill: Fill::Outline },
                Layer { column: 2, fill: Fill::Light },
                Layer { column: 4, fill: Fill::Solid },
            ],
            stacked: false,
            share_of: Some(1),
            after: vec![2, 3, 4, 5],
            bars_on_sums: true,
            falling: false,
            line_at: None,
        },
        rows,
        empty,
    }
}

/// What the figures leave out is said where there is any of it.
const fn note(with_goods: bool, language: Language) -> &'static str {
    let text = if with_goods {
        Text::new(
            "万元；到位率＝到位÷落实，支付率＝支付÷到位；落实不含实物、投劳",
            "万元; received of secured, paid of received; without goods and labour",
        )
    } else {
        Text::new("万元；到位率＝到位÷落实，支付率＝支付÷到位", "万元; received of secured, paid of received")
    };
    text.get(language)
}

/// What the rates are, how the first has moved since the month before the last one, and when the money went out.
fn message(facts: &ProgrammeFacts, filter: &Filter, total: &Tally, language: Language) -> String {
    // The month that is running is not over yet: the figure is compared with the end of the month before the last one.
    let before = Month::of(facts.as_of).previous().previous();
    let stood: Money = counted(facts, filter).map(|community| until(&community.received, before)).sum();
    let points = points(total.received_share(), Ratio::new(stood.fen(), total.secured_cash.fen()))
        .filter(|_| !filter.states(Dimension::Months));
    let paid_in: BTreeSet<Month> =
        counted(facts, filter).flat_map(|community| community.paid.iter().map(|(month, ..)| *month)).collect();
    let only_month = paid_in.first().filter(|_| paid_in.len() == 1);
    let (received, paid) = (percent(total.received_share()), percent(total.paid_share()));
    match language {
        Language::Zh => {
            let change = points.map_or_else(String::new, |points| match points.as_str() {
                "0.00" => format!("，较{}月持平", before.month()),
                text if text.starts_with('-') => format!("，较{}月下降{}个百分点", before.month(), &text[1..]),
                text => format!("，较{}月上升{text}个百分点", before.month()),
            });
            let when = only_month.map_or_else(String::new, |only| format!("，均在{}月支付", only.month()));
            format!("到位为落实的{received}{change}；支付为到位的{paid}{when}。")
        }
        Language::En => {
            let change = points.map_or_else(String::new, |points| {
                let month = quantities::month(language, before);
                match points.as_str() {
                    "0.00" => format!(", unchanged since {month}"),
                    text if text.starts_with('-') => format!(", down {} points since {month}", &text[1..]),
                    text => format!(", up {text} points since {month}"),
                }
            });
            let when =
                only_month.map_or_else(String::new, |only| format!(", all in {}", quantities::month(language, *only)));
            format!("{received} of what is secured has been received{change}; {paid} of that has been paid{when}.")
        }
    }
}
