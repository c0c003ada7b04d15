//! # L-04 投资按类别 · Investment by class
//!
//! Σ of line amounts by 基础, 完善, 提升 and 其他费用, by community; the message splits 基础类 into body and infrastructure. Communities
//! that were 调出 and lines that were 取消 are out. Clause 2.3.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    money::counted,
    scope,
    table::{NONE, TOTAL, WAN, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Money, Ratio, percent},
    language::{Language, Text},
    ordered,
    policy::{
        items::{BudgetClass, Class, item},
        parameters::Settings,
    },
};
use chrono::NaiveDate;

/// 投资按类别
pub const TITLE: Text = Text::new("投资按类别", "Investment by class");

/// More rows than this are drawn as the largest ones and one row for the others.
const ROWS: usize = 8;

/// Investment by class; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    classes: [Money; Class::ALL.len()],
    body: Money,
    fees: Money,
}

impl Tally {
    fn of(community: &CommunityFacts, settings: &Settings, on: NaiveDate) -> Self {
        let mut tally = Self::default();
        for (code, amount) in &community.invest {
            let Some(item) = item(code) else { continue };
            if let Some(sum) = tally.classes.get_mut(item.class_under(settings, on) as usize) {
                *sum = sum.plus(*amount);
            }
            match item.budget_class_under(settings, on) {
                BudgetClass::Body => tally.body = tally.body.plus(*amount),
                BudgetClass::Other => tally.fees = tally.fees.plus(*amount),
                _ => {}
            }
        }
        tally
    }

    fn plus(mut self, other: &Self) -> Self {
        for (sum, amount) in self.classes.iter_mut().zip(other.classes) {
            *sum = sum.plus(amount);
        }
        self.body = self.body.plus(other.body);
        self.fees = self.fees.plus(other.fees);
        self
    }

    fn total(&self) -> Money {
        self.classes.iter().copied().sum()
    }

    fn class(&self, class: Class) -> Money {
        self.classes.get(class as usize).copied().unwrap_or_default()
    }
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let settings = &facts.programme.settings;
    let mut parts: Vec<(&CommunityFacts, Tally)> = counted(facts, filter)
        .map(|community| (community, Tally::of(community, settings, facts.as_of)))
        .filter(|(_, tally)| tally.total() > Money::ZERO)
        .collect();
    ordered::sort(&mut parts, |(a, left), (b, right)| {
        right.total().cmp(&left.total()).then_with(|| (&a.code, a.id).cmp(&(&b.code, b.id)))
    });
    let total = parts.iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(tally));
    // A class without any money takes no column.
    let shown: Vec<Class> = Class::ALL.iter().copied().filter(|class| total.class(*class) > Money::ZERO).collect();
    let cells = |tally: &Tally| -> Vec<Cell> {
        shown.iter().map(|class| Cell::Money(tally.class(*class))).chain([Cell::Money(tally.total())]).collect()
    };
    let own = if parts.len() > ROWS { ROWS - 1 } else { parts.len() };
    let mut rows: Vec<_> = parts
        .iter()
        .take(own)
        .map(|(community, tally)| {
            let mut row = row(community.id.to_string(), community.name.as_str(), cells(tally), Emphasis::Plain);
            row.records = Some(format!("/communities/{}/works", community.id));
            row
        })
        .collect();
    if let Some(others) = parts.get(own..).filter(|others| !others.is_empty()) {
        let sum = others.iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(tally));
        let label = match language {
            Language::Zh => format!("其他{}个小区", others.len()),
            Language::En => format!("{} others", others.len()),
        };
        let mut row = row("others", label, cells(&sum), Emphasis::Plain);
        row.records = Some(scope::records(filter));
        rows.push(row);
    }
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内尚未登记投资明细。".to_owned(),
        Language::En => "No investment is entered in this scope.".to_owned(),
    });
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(&total), Emphasis::Total));
    }
    let fills = [Fill::Solid, Fill::Middle, Fill::Light, Fill::Hatched];
    let mut columns = vec![column(language, "community", Text::new("小区", "Community"), NONE)];
    columns.extend(shown.iter().map(|class| column(language, class.code(), capital(class.text()), WAN)));
    columns.push(column(language, "total", TOTAL, WAN));
    Chart {
        id: "L-04".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(&total, language) } else { String::new() },
        note: WAN.get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        form: Form::Bars {
            before: Vec::new(),
            layers: shown
                .iter()
                .enumerate()
                .filter_map(|(index, class)| Some(Layer { column: index + 1, fill: *fills.get(*class as usize)? }))
                .collect(),
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

fn capital(text: Text) -> Text {
    match text.en {
        "basic" => Text::new(text.zh, "Basic"),
        "improvement" => Text::new(text.zh, "Improvement"),
        "upgrade" => Text::new(text.zh, "Upgrade"),
        _ => Text::new(text.zh, "Other costs"),
    }
}

fn message(total: &Tally, language: Language) -> String {
    let basic = total.class(Class::Basic);
    let other = total.class(Class::Other);
    let share = percent(Ratio::new(basic.fen(), total.total().fen()));
    let (body, infra, other_wan) = (total.body.wan(), basic.minus(total.body).wan(), other.wan());
    let split = other > Money::ZERO;
    let (fees, reserve) = (total.fees.wan(), other.minus(total.fees).wan());
    match language {
        Language::Zh => {
            let parts =
                if split { format!("（工程建设其他费{fees}，预备费{reserve}）") } else { String::new() };
            format!("基础类占{share}：主体改造修缮{body}，配套基础设施{infra}；其他费用{other_wan}{parts}。")
        }
        Language::En => {
            let parts = if split { format!(" (fees {fees}, reserve {reserve})") } else { String::new() };
            format!("Basic works take {share}: body {body}, infrastructure {infra}; other costs {other_wan}{parts}.")
        }
    }
}
