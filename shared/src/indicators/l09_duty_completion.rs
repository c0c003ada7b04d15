//! # L-09 职责完成率 · Duties done
//!
//! Done of due tasks of annex 2 by unit, 不涉及 left out, with the part that was sent on time. Derived duties stand apart.
//! Clauses 6.2, A2. Duties have no plan year: only the months in which they fell due narrow them. 较上月 compares what fell due in the last whole month
//! with what fell due in the month before, both as they stand today: how a task stood on an earlier day is not kept in sums.

use super::{
    Dimension, Filter, ProgrammeFacts,
    duty_tally::DutyCounts,
    scope,
    table::{NONE, TOTAL, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Month, Ratio, percent, points},
    language::{Language, Text},
    ordered,
    words::quantities,
};
use std::cmp::Ordering;

/// 成员单位职责落实情况
pub const TITLE: Text = Text::new("成员单位职责落实情况", "Duties of the member units");

/// The chart; a row a unit that had anything to do, the least done first.
pub fn compute(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
    let names = facts.programme.names_on(facts.as_of);
    let bodies = facts.programme.every_body().into_iter();
    let mut units: Vec<(Named, DutyCounts)> = bodies
        .map(|body| (of_unit(facts, filter, &body.code), body.code))
        .filter(|(counts, _)| counts.due > 0)
        .map(|(counts, code)| (Named { name: names.body(&code, language), code }, counts))
        .collect();
    ordered::sort(&mut units, |(a, left), (b, right)| by_done(*left, *right).then_with(|| a.code.cmp(&b.code)));
    let all = units.iter().fold(DutyCounts::default(), |sum, (_, counts)| sum.plus(*counts));
    let empty = units.is_empty().then(|| match language {
        Language::Zh => "截至该日尚无到期的职责事项。".to_owned(),
        Language::En => "No duty has fallen due by this day.".to_owned(),
    });
    let mut rows: Vec<_> = units
        .iter()
        .map(|(unit, counts)| {
            let emphasis = if counts.overdue > 0 { Emphasis::Alarm } else { Emphasis::Plain };
            let mut row = row(&unit.code, &unit.name, cells(*counts), emphasis);
            row.records = Some(format!("/duties/progress?unit={}", unit.code));
            row
        })
        .collect();
    if empty.is_none() {
        rows.push(row("total", TOTAL.get(language), cells(all), Emphasis::Total));
    }
    let percent_sign = Text::new("%", "%");
    let number = Text::new("项", "");
    Chart {
        id: "L-09".to_owned(),
        language,
        title: TITLE.get(language).to_owned(),
        message: if empty.is_none() {
            let moved = !filter.states(Dimension::Months);
            message(&units, all, language) + &if moved { of_months(facts, language) } else { String::new() }
        } else {
            String::new()
        },
        note: Text::new(
            "附件2职责，到期应办，不涉及除外；按完成率由低到高",
            "Duties of annex 2 that were due, without those not concerned; the least done first",
        )
        .get(language)
        .to_owned(),
        as_of: facts.as_of,
        scope: scope::in_months(Text::new("全部成员单位", "all member units").get(language), filter, language),
        columns: vec![
            column(language, "unit", Text::new("单位", "Unit"), NONE),
            column(language, "due", Text::new("应办", "Due"), number),
            column(language, "done", Text::new("已办结", "Done"), number),
            column(language, "overdue", Text::new("逾期", "Overdue"), number),
            column(language, "on_time_share", Text::new("按时率", "On time"), percent_sign),
            column(language, "done_share", Text::new("完成率", "Done of due"), percent_sign),
        ],
        form: Form::Bars {
            before: vec![1],
            layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
            stacked: false,
            share_of: Some(1),
            after: vec![2, 3, 4, 5],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
        rows,
        empty,
    }
}

/// A unit as it is called on the day.
struct Named {
    code: String,
    name: String,
}

fn of_unit(facts: &ProgrammeFacts, filter: &Filter, unit: &str) -> DutyCounts {
    let own = facts.duties.tallies.iter().filter(|tally| tally.owner == unit && !tally.derived);
    let all = !filter.states(Dimension::Months);
    let own = own.filter(|tally| all || tally.month.is_some_and(|month| filter.holds(month)));
    own.fold(DutyCounts::default(), |sum, tally| sum.plus(tally.counts))
}

fn by_done(a: DutyCounts, b: DutyCounts) -> Ordering {
    (i128::from(a.done) * i128::from(b.due)).cmp(&(i128::from(b.done) * i128::from(a.due)))
}

fn cells(counts: DutyCounts) -> [Cell; 5] {
    [
        Cell::Count(counts.due),
        Cell::Count(counts.done),
        Cell::Count(counts.overdue),
        Cell::ratio(Ratio::new(counts.on_time, counts.due)),
        Cell::ratio(Ratio::new(counts.done, counts.due)),
    ]
}

fn message(units: &[(Named, DutyCounts)], all: DutyCounts, language: Language) -> String {
    let share = percent(Ratio::new(all.done, all.due));
    let late: Vec<&str> =
        units.iter().filter(|(_, counts)| counts.overdue > 0).map(|(unit, _)| unit.name.as_str()).collect();
    match language {
        Language::Zh => {
            let who = if late.is_empty() { String::new() } else { format!("（{}）", late.join("、")) };
            format!("应办{}项，已办结{}项（{share}），逾期{}项{who}。", all.due, all.done, all.overdue)
        }
        Language::En => {
            let who = if late.is_empty() { String::new() } else { format!(" ({})", late.join(", ")) };
            format!("{} due, {} done ({share}), {} overdue{who}.", all.due, all.done, all.overdue)
        }
    }
}

/// 较上月, where both months had anything due: the change of the share done, in points.
fn of_months(facts: &ProgrammeFacts, language: Language) -> String {
    let last = Month::of(facts.as_of).previous();
    let before = last.previous();
    let (now, then) = (in_month(facts, last), in_month(facts, before));
    let share = Ratio::new(now.done, now.due);
    let Some(points) = points(share, Ratio::new(then.done, then.due)) else { return String::new() };
    let share = percent(share);
    let change = match (language, points.strip_prefix('-')) {
        (Language::Zh, _) if points == "0.00" => format!("较{}月持平", before.month()),
        (Language::Zh, Some(down)) => format!("较{}月下降{down}个百分点", before.month()),
        (Language::Zh, None) => format!("较{}月上升{points}个百分点", before.month()),
        (Language::En, _) if points == "0.00" => "as in the month before".to_owned(),
        (Language::En, Some(down)) => format!("down {down} points on the month before"),
        (Language::En, None) => format!("up {points} points on the month before"),
    };
    match language {
        Language::Zh => format!("{}月到期{}项，完成{share}，{change}。", last.month(), now.due),
        Language::En => {
            format!(" Of {} due in {}, {share} done, {change}.", now.due, quantities::month(language, last))
        }
    }
}

fn in_month(facts: &ProgrammeFacts, month: Month) -> DutyCounts {
    let due = facts
        .duties
        .tallies
        .iter()
        .filter(|tally| !tally.derived && tally.month == Some(month) && facts.programme.has_body(&tally.owner));
    due.fold(DutyCounts::default(), |sum, tally| sum.plus(tally.counts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        indicators::{DutyFacts, DutyTally},
        sample,
    };

    #[test]
    fn the_last_whole_month_is_compared_with_the_month_before() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let mut facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        let month = |owner: &str, month: u32, due: i64, done: i64, derived: bool| DutyTally {
            owner: owner.to_owned(),
            month: Month::new(2022, month),
            derived,
            counts: DutyCounts { due, done, on_time: done, overdue: 0 },
        };
        let mut said = |august: (i64, i64), september: (i64, i64), language| {
            facts.duties.tallies = vec![
                month("11", 8, august.0, august.1, false),
                month("11", 9, september.0, september.1, false),
                // Neither the month that is running, nor derived duties, nor bodies without a checklist.
                month("11", 10, 50, 0, false),
                month("11", 9, 50, 0, true),
                month("供热", 9, 50, 0, false),
            ];
            compute(&facts, &Filter::default(), language).message
        };
        let end = |text: String| text.split_once('。').map(|(_, end)| end.to_owned()).unwrap_or_default();
        assert_eq!(end(said((4, 4), (8, 6), Language::Zh)), "9月到期8项，完成75.00%，较8月下降25.00个百分点。");
        assert_eq!(end(said((3, 1), (8, 6), Language::Zh)), "9月到期8项，完成75.00%，较8月上升41.67个百分点。");
        assert_eq!(end(said((4, 3), (8, 6), Language::Zh)), "9月到期8项，完成75.00%，较8月持平。");
        assert_eq!(end(said((0, 0), (8, 6), Language::Zh)), "");
        assert_eq!(end(said((4, 4), (0, 0), Language::Zh)), "");
        let english = said((4, 4), (8, 6), Language::En);
        assert!(
            english.ends_with(" Of 8 due in September 2022, 75.00% done, down 25.00 points on the month before."),
            "{english}"
        );
    }

    #[test]
    fn the_samples_have_102_due_98_done_and_3_overdue() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let tasks = sample::duty_tasks(&sample);
        let duties = DutyFacts::of(&tasks, &sample.programme, today);
        let mut facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        assert_eq!(compute(&facts, &Filter::default(), Language::Zh).empty.unwrap(), "截至该日尚无到期的职责事项。");
        facts.duties = duties;
        let chart = compute(&facts, &Filter::default(), Language::Zh);
        assert_eq!(
            chart.message,
            "应办102项，已办结98项（96.08%），逾期3项（县公安局、县应急管理局、城关镇人民政府）。9月到期15项，完成93.33%，较8月下降6.67个百分点。"
        );
        let total: Vec<String> = chart.row("total").unwrap().cells.iter().map(Cell::shown).collect();
        assert_eq!(total, ["合计", "102", "98", "3", "96.08%", "96.08%"]);
        let emergency: Vec<String> = chart.row("11").unwrap().cells.iter().map(Cell::shown).collect();
        assert_eq!(emergency, ["县应急管理局", "2", "1", "1", "50.00%", "50.00%"]);
        assert_eq!(facts.duties.overdue.len(), 3);
    }
}
