//! # L-09 职责完成率 · Duties done
//!
//! Done of due tasks of annex 2 by unit, 不涉及 left out, with the part that was sent on time. Derived duties stand apart.
//! Clauses 6.2, A2. Duties have no plan year: no filter narrows them.

use super::{
    Filter, ProgrammeFacts,
    duty_tally::DutyCounts,
    table::{NONE, TOTAL, column, row},
};
use crate::{
    chart::{Cell, Chart, Emphasis, Fill, Form, Layer},
    exact::{Ratio, percent},
    language::{Language, Text},
    policy::units::{UNITS, Unit},
};
use std::cmp::Ordering;

/// 成员单位职责落实情况
pub const TITLE: Text = Text::new("成员单位职责落实情况", "Duties of the member units");

/// The chart; a row a unit that had anything to do, the least done first.
pub fn compute(facts: &ProgrammeFacts, _: &Filter, language: Language) -> Chart {
    let mut units: Vec<(&Unit, DutyCounts)> =
        UNITS.iter().map(|unit| (unit, of_unit(facts, unit.code))).filter(|(_, counts)| counts.due > 0).collect();
    units.sort_by(|(a, left), (b, right)| by_done(*left, *right).then_with(|| a.code.cmp(b.code)));
    let all = units.iter().fold(DutyCounts::default(), |sum, (_, counts)| sum.plus(*counts));
    let empty = units.is_empty().then(|| match language {
        Language::Zh => "截至该日尚无到期的职责事项。".to_owned(),
        Language::En => "No duty has fallen due by this day.".to_owned(),
    });
    let mut rows: Vec<_> = units
        .iter()
        .map(|(unit, counts)| {
            let emphasis = if counts.overdue > 0 { Emphasis::Alarm } else { Emphasis::Plain };
            let mut row = row(unit.code, unit.text().get(language), cells(*counts), emphasis);
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
        message: if empty.is_none() { message(&units, all, language) } else { String::new() },
        note: Text::new(
            "附件2职责，到期应办，不涉及除外；按完成率由低到高",
            "Duties of annex 2 that were due, without those not concerned; the least done first",
        )
        .get(language)
        .to_owned(),
        as_of: facts.as_of,
        scope: Text::new("全部成员单位", "all member units").get(language).to_owned(),
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
        },
        rows,
        empty,
    }
}

fn of_unit(facts: &ProgrammeFacts, unit: &str) -> DutyCounts {
    let own = facts.duties.tallies.iter().filter(|tally| tally.owner == unit && !tally.derived);
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

fn message(units: &[(&Unit, DutyCounts)], all: DutyCounts, language: Language) -> String {
    let share = percent(Ratio::new(all.done, all.due));
    let late: Vec<&str> =
        units.iter().filter(|(_, counts)| counts.overdue > 0).map(|(unit, _)| unit.text().get(language)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{indicators::DutyFacts, sample};

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
            "应办102项，已办结98项（96.08%），逾期3项（县公安局、县应急管理局、城关镇人民政府）。"
        );
        let total: Vec<String> = chart.row("total").unwrap().cells.iter().map(Cell::shown).collect();
        assert_eq!(total, ["合计", "102", "98", "3", "96.08%", "96.08%"]);
        let emergency: Vec<String> = chart.row("11").unwrap().cells.iter().map(Cell::shown).collect();
        assert_eq!(emergency, ["县应急管理局", "2", "1", "1", "50.00%", "50.00%"]);
        assert_eq!(facts.duties.overdue.len(), 3);
    }
}
