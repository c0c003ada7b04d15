//! # L-08 管线单位出资比例 · Operators' share
//!
//! The share of R-18 over commitments that are 落实: what operators pay of pipeline investment, civil works included,
//! with the line at `operator_share_min`; the share without civil works stands in the table. By community and by operator kind.
//! A share short of the line never shows as having reached it. Clause 3.3b.

pub mod by_community;
pub mod by_operator;

use super::{ProgrammeFacts, further_facts::KindFacts};
use crate::{
    chart::{Cell, Column, Emphasis, Fill, Form, Layer},
    exact::{Money, Ratio},
    language::{Language, Text},
    policy::parameters::OPERATOR_SHARE_MIN,
};

use super::table::{WAN, column};

/// What operators pay of what is invested; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    paid: Money,
    invested: Money,
    civil_works: Money,
}

impl Tally {
    fn of((_, paid, invested, civil_works): &KindFacts) -> Self {
        Self { paid: *paid, invested: *invested, civil_works: *civil_works }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            paid: self.paid.plus(other.paid),
            invested: self.invested.plus(other.invested),
            civil_works: self.civil_works.plus(other.civil_works),
        }
    }

    const fn ratio(self) -> Ratio {
        Ratio::new(self.paid.fen(), self.invested.fen())
    }

    fn is_below(self, floor: i64) -> bool {
        self.ratio().at_least(floor) == Some(false)
    }

    fn cells(self, floor: i64) -> Vec<Cell> {
        let share = |base: Money| Cell::Percent(self.paid.fen(), base.fen(), Some(floor));
        vec![
            Cell::Money(self.paid),
            Cell::Money(self.invested),
            share(self.invested),
            share(self.invested.minus(self.civil_works)),
        ]
    }

    fn emphasis(self, floor: i64) -> Emphasis {
        if self.is_below(floor) { Emphasis::Alarm } else { Emphasis::Plain }
    }
}

/// The lower bound that holds on the day of the figures.
fn floor_of(facts: &ProgrammeFacts) -> i64 {
    facts.programme.settings.get(OPERATOR_SHARE_MIN, facts.as_of)
}

fn columns(first: Column, language: Language) -> Vec<Column> {
    let percent = Text::new("%", "%");
    vec![
        first,
        column(language, "paid", Text::new("管线单位出资", "Operators pay"), WAN),
        column(language, "invested", Text::new("管线改造投资", "Pipelines"), WAN),
        column(language, "share", Text::new("出资比例", "Share"), percent),
        column(language, "share_without", Text::new("不含土建的比例", "Without civil works"), percent),
    ]
}

fn form(floor: i64) -> Form {
    Form::Bars {
        before: Vec::new(),
        layers: vec![Layer { column: 3, fill: Fill::Solid }],
        stacked: false,
        share_of: None,
        after: vec![1, 2, 3],
        bars_on_sums: true,
        falling: false,
        line_at: Some(floor),
    }
}

fn note(floor: i64, language: Language) -> String {
    match language {
        Language::Zh => format!("万元；已落实资金；竖线为下限{floor}%"),
        Language::En => format!("万元; what is secured; the line stands at {floor}%"),
    }
}

fn nothing(language: Language) -> String {
    match language {
        Language::Zh => "所选范围内没有管线改造投资。".to_owned(),
        Language::En => "There is no pipeline investment in this scope.".to_owned(),
    }
}
