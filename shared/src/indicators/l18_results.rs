//! # L-18 改造成效 · Results of the works
//!
//! Σ of the quantities that are 完成, beside those planned: pipelines in metres, parking, charging, lifts, sports, health, care and
//! childcare facilities, each in its own unit. Communities that were 调出 and lines that were 取消 are out. Clause 2.3.

use super::{
    Filter, ProgrammeFacts,
    further_facts::{COUNTED_ITEMS, is_pipeline_in_metres},
    money::counted,
    scope,
    table::{NONE, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer, Row},
    exact::{Ratio, grouped, percent},
    language::{Language, Text},
    policy::items::{ITEMS, Item, item},
};
use std::collections::BTreeMap;

/// 改造成效
pub const TITLE: Text = Text::new("改造成效", "Results of the works");

/// Planned and done, in hundredths of a unit; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    planned: i64,
    done: i64,
}

impl Tally {
    const fn plus(self, other: Self) -> Self {
        Self { planned: self.planned.saturating_add(other.planned), done: self.done.saturating_add(other.done) }
    }

    fn cells(self) -> [Cell; 3] {
        let share = Ratio::new(self.done, self.planned);
        [Cell::Count(whole(self.planned)), Cell::Count(whole(self.done)), Cell::ratio(share)]
    }
}

/// Whole units, half up.
const fn whole(hundredths: i64) -> i64 {
    hundredths.saturating_add(HUNDREDTHS / 2).div_euclid(HUNDREDTHS)
}

const HUNDREDTHS: i64 = 100;

/// The chart of a scope.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let mut sums: BTreeMap<&str, Tally> = BTreeMap::new();
    for (code, planned, done) in counted(facts, filter).flat_map(|community| &community.quantities) {
        let sum = sums.entry(code.as_str()).or_default();
        *sum = sum.plus(Tally { planned: *planned, done: *done });
    }
    let measured = |item: &Item, tally: Tally, emphasis| -> Row {
        let label = match language {
            Language::Zh => format!("{}（{}）", item.zh, item.unit_text().zh),
            Language::En => format!("{} ({})", item.en, item.unit_text().en),
        };
        row(item.code, label, tally.cells(), emphasis)
    };
    let pipelines: Vec<(&Item, Tally)> = ITEMS
        .iter()
        .filter(|item| is_pipeline_in_metres(item.code))
        .filter_map(|item| Some((item, *sums.get(item.code)?)))
        .collect();
    let all_pipelines = pipelines.iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally));
    let mut rows: Vec<Row> = pipelines.iter().map(|(item, tally)| measured(item, *tally, Emphasis::Plain)).collect();
    if rows.len() > 1 {
        let label = Text::new("管线小计（m）", "All pipelines (m)").get(language);
        rows.push(row("pipelines", label, all_pipelines.cells(), Emphasis::Subtotal));
    }
    let others = COUNTED_ITEMS.iter().filter_map(|code| Some((item(code)?, *sums.get(code)?)));
    rows.extend(others.map(|(item, tally)| measured(item, tally, Emphasis::Plain)));
    rows.iter_mut().for_each(|row| row.records = Some(scope::records(filter)));
    let empty = rows.is_empty().then(|| match language {
        Language::Zh => "所选范围内没有列入统计的改造内容。".to_owned(),
        Language::En => "This scope has none of the works that are counted here.".to_owned(),
    });
    Chart {
        id: "L-18".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() { message(all_pipelines, &sums, language) } else { String::new() },
        note: Text::new("各改造项按自身计量单位，取整", "each in its own unit, whole units").get(language).to_owned(),
        as_of: facts.as_of,
        scope: scope::in_words(facts, filter, language),
        columns: vec![
            column(language, "item", Text::new("改造项", "Works"), NONE),
            column(language, "planned", Text::new("计划", "Planned"), NONE),
            column(language, "done", Text::new("完成", "Done"), NONE),
            column(language, "share", Text::new("完成率", "Done of planned"), Text::new("%", "%")),
        ],
        form: Form::Bars {
            before: vec![1],
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            stacked: false,
            share_of: Some(1),
            after: vec![2, 3],
            bars_on_sums: true,
            falling: false,
            line_at: None,
        },
        rows,
        empty,
    }
}

fn message(pipelines: Tally, sums: &BTreeMap<&str, Tally>, language: Language) -> String {
    let done = |code: &str| sums.get(code).copied().unwrap_or_default();
    let chargers = done("I07").plus(done("I08"));
    let told = |tally: Tally| grouped(whole(tally.done));
    let (metres, lifts, spaces, chargers) = (told(pipelines), told(done("I15")), told(done("I06")), told(chargers));
    let share = percent(Ratio::new(pipelines.done, pipelines.planned));
    match language {
        Language::Zh => {
            format!(
                "完成管线改造{metres}米（计划的{share}），加装电梯{lifts}部，停车位{spaces}个，充电设施{chargers}个。"
            )
        }
        Language::En => format!(
            "{metres} m of pipelines done ({share} of the plan), lifts {lifts}, parking spaces {spaces}, charging points {chargers}."
        ),
    }
}
