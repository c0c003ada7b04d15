//! # L-07 到位率、支付率 · Receipts and payments
//!
//! Σ received / Σ 落实 in cash, Σ paid / Σ received, by source (C-97). Goods and labour are not cash. Clauses 5.2b, 5.3c.

use super::{
    Filter, ProgrammeFacts,
    money::{ByGroup, Tally, counted, until},
    scope,
    table::{NONE, TOTAL, WAN, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Month, Ratio, percent},
    language::{Language, Text},
};

/// 资金到位和支付
pub const TITLE: Text = Text::new("资金到位和支付", "Money received and paid");

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let groups = ByGroup::of(facts, filter);
    let cells = |tally: &Tally| {
        [
            Cell::Money(tally.secured),
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
        message: message(facts, filter, &groups.total(), language),
        note: Text::new("万元；到位率＝到位÷落实，支付率＝支付÷到位", "万元; received of secured, paid of received").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
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
        },
        rows,
        empty,
    }
}

/// What the rates are, how the first has moved since last month, and when the money went out.
fn message(facts: &ProgrammeFacts, filter: &Filter, total: &Tally, language: Language) -> String {
    let this_month = Month::of(facts.as_of);
    let until_month = |month: Month| -> Money { counted(facts, filter).map(|community| until(&community.received, month)).sum() };
    // The month before the one that is still running is compared with its own predecessor.
    let (last, before) = (this_month.previous(), this_month.previous().previous());
    let moved = Ratio::new(until_month(last).fen(), total.secured_cash.fen()).percent(crate::exact::Bound::None);
    let stood = Ratio::new(until_month(before).fen(), total.secured_cash.fen()).percent(crate::exact::Bound::None);
    let points = moved.as_deref().zip(stood.as_deref()).and_then(|(now, then)| difference(now, then));
    let paid_in: Vec<Month> = {
        let mut months: Vec<Month> = counted(facts, filter).flat_map(|community| community.paid.iter().map(|(month, ..)| *month)).collect();
        months.sort_unstable();
        months.dedup();
        months
    };
    let (received, paid) = (percent(total.received_share()), percent(total.paid_share()));
    match language {
        Language::Zh => {
            let change = points.map_or_else(String::new, |points| match points.as_str() {
                "0.00" => format!("，较{}月持平", before.month()),
                text if text.starts_with('-') => format!("，较{}月下降{}个百分点", before.month(), &text[1..]),
                text => format!("，较{}月上升{text}个百分点", before.month()),
            });
            let when = match paid_in.as_slice() {
                [only] => format!("，均在{}月支付", only.month()),
                _ => String::new(),
            };
            format!("到位为落实的{received}{change}；支付为到位的{paid}{when}。")
        }
        Language::En => {
            let change = points.map_or_else(String::new, |points| {
                let month = crate::words::quantities::month(language, before);
                match points.as_str() {
                    "0.00" => format!(", unchanged since {month}"),
                    text if text.starts_with('-') => format!(", down {} points since {month}", &text[1..]),
                    text => format!(", up {text} points since {month}"),
                }
            });
            let when = match paid_in.as_slice() {
                [only] => format!(", all in {}", crate::words::quantities::month(language, *only)),
                _ => String::new(),
            };
            format!("{received} of what is secured has been received{change}; {paid} of that has been paid{when}.")
        }
    }
}

/// The difference of two shown percents, exact in hundredths.
fn difference(now: &str, then: &str) -> Option<String> {
    let hundredths = |text: &str| text.replace([',', '.'], "").parse::<i64>().ok();
    let points = hundredths(now)? - hundredths(then)?;
    Some(crate::exact::Area::from_hundredths(points).shown())
}
