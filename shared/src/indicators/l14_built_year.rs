//! # L-14 建成年代与待改 · Built year and backlog
//!
//! Communities that may be renovated by the year in which the youngest of their buildings in scope was completed: done, in a
//! plan, not yet. The rate is done of those built up to `backlog_cutoff` (clause 2.1c). What will be expropriated, was
//! 调出 or has no year is out. A community counts once, done as in A-25.

use super::{
    CommunityFacts, Filter, ProgrammeFacts,
    money::counted,
    scope,
    table::{NONE, TOTAL, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer, Row},
    exact::{Ratio, percent},
    language::{Language, Text},
    policy::{parameters::BACKLOG_CUTOFF, stages::Stage},
    words::quantities,
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use uuid::Uuid;

/// 建成年代与待改
pub const TITLE: Text = Text::new("建成年代与待改", "Built year and backlog");

/// More years than this are told in spans.
const YEARS: usize = 14;
/// Years in a span.
const SPAN: i32 = 5;

/// How many are done, in a plan, not yet; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    done: i64,
    in_plan: i64,
    not_yet: i64,
}

impl Tally {
    /// One community by its project communities.
    fn of(entries: &[&CommunityFacts]) -> Self {
        let is = |wanted: fn(&CommunityFacts) -> bool| entries.iter().any(|entry| wanted(entry));
        let under_works = is(|entry| entry.stage.is_under_works());
        let done = is(|entry| entry.stage == Stage::Completed) && !under_works;
        let in_plan = !done && (under_works || is(|entry| entry.plan.is_some()));
        Self { done: done.into(), in_plan: in_plan.into(), not_yet: (!done && !in_plan).into() }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            in_plan: self.in_plan + other.in_plan,
            not_yet: self.not_yet + other.not_yet,
        }
    }

    const fn all(self) -> i64 {
        self.done + self.in_plan + self.not_yet
    }

    fn cells(self) -> [Cell; 5] {
        let Self { done, in_plan, not_yet } = self;
        let all = self.all();
        [
            Cell::Count(done),
            Cell::Count(in_plan),
            Cell::Count(not_yet),
            Cell::Count(all),
            Cell::ratio(Ratio::new(done, all)),
        ]
    }
}

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let cutoff = facts.programme.settings.get(BACKLOG_CUTOFF, facts.as_of);
    let mut by_community: BTreeMap<Uuid, Vec<&CommunityFacts>> = BTreeMap::new();
    for entry in counted(facts, filter).filter(|entry| entry.built.is_some()) {
        by_community.entry(entry.community).or_default().push(entry);
    }
    let (mut years, mut backlog) = (BTreeMap::<i32, Tally>::new(), Tally::default());
    for entries in by_community.values() {
        let Some(built) = entries.iter().filter_map(|entry| entry.built).max() else { continue };
        let tally = Tally::of(entries);
        let sum = years.entry(built.year()).or_default();
        *sum = sum.plus(tally);
        if built <= cutoff {
            backlog = backlog.plus(tally);
        }
    }
    let all = years.values().fold(Tally::default(), |sum, tally| sum.plus(*tally));
    let mut rows: Vec<Row> = in_spans(years)
        .into_iter()
        .map(|((from, to), tally)| {
            let key = if from == to { from.to_string() } else { format!("{from}-{to}") };
            let label = match language {
                Language::Zh if from == to => format!("{from}年"),
                Language::Zh => format!("{from}年至{to}年"),
                Language::En if from == to => from.to_string(),
                Language::En => format!("{from} to {to}"),
            };
            let mut row = row(key, label, tally.cells(), Emphasis::Plain);
            row.records = Some(scope::records(filter));
            row
        })
        .collect();
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内没有登记了建成年份的应改造小区。".to_owned(),
        Language::En => "No community of this scope has a built year.".to_owned(),
    });
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), all.cells(), Emphasis::Total));
    }
    let number = Text::new("个", "");
    Chart {
        id: "L-14".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(backlog, cutoff, language) } else { String::new() },
        note: Text::new(
            "小区个数；按改造范围内最晚建成的楼栋；计划征收拆迁和调出的除外",
            "communities by their youngest building in scope; without expropriation and withdrawals",
        )
        .get(language)
        .to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns: vec![
            column(language, "built", Text::new("建成年份", "Built"), NONE),
            column(language, "done", Text::new("已改造", "Done"), number),
            column(language, "in_plan", Text::new("已列入计划", "In a plan"), number),
            column(language, "not_yet", Text::new("未列入计划", "Not yet"), number),
            column(language, "all", Text::new("小区", "All"), number),
            column(language, "share", Text::new("改造率", "Done of all"), Text::new("%", "%")),
        ],
        form: Form::Bars {
            before: Vec::new(),
            layers: vec![
                Layer { column: 1, fill: Fill::Solid },
                Layer { column: 2, fill: Fill::Light },
                Layer { column: 3, fill: Fill::Outline },
            ],
            stacked: true,
            share_of: None,
            after: vec![1, 2, 3],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        rows,
        empty,
    }
}

/// The years by themselves, or where there are many of them in spans that begin with a multiple of their length.
fn in_spans(years: BTreeMap<i32, Tally>) -> BTreeMap<(i32, i32), Tally> {
    let each = years.len() <= YEARS;
    let mut spans: BTreeMap<(i32, i32), Tally> = BTreeMap::new();
    for (year, tally) in years {
        let first = year - year.rem_euclid(SPAN);
        let sum = spans.entry(if each { (year, year) } else { (first, first + SPAN - 1) }).or_default();
        *sum = sum.plus(tally);
    }
    spans
}

fn message(backlog: Tally, cutoff: NaiveDate, language: Language) -> String {
    let (all, share) = (backlog.all(), percent(Ratio::new(backlog.done, backlog.all())));
    let Tally { done, in_plan, not_yet } = backlog;
    let day = quantities::date(language, cutoff);
    match language {
        Language::Zh => {
            format!(
                "{day}及以前建成的{all}个小区，已改造{done}个（{share}），已列入计划{in_plan}个，未列入计划{not_yet}个。"
            )
        }
        Language::En => {
            format!("Of {all} built by {day}, {done} are done ({share}), {in_plan} in a plan, {not_yet} not yet.")
        }
    }
}
