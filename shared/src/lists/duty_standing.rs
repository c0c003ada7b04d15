//! 职责落实情况: units by what they have done, sorted by any column, and unit × month as a heat map.

use super::about;
use crate::{
    chart::{self, Chart, Column, Emphasis},
    duties::with_account,
    exact::Month,
    indicators::{DutyCounts, Filter, ProgrammeFacts, l09_duty_completion},
    language::{Language, Text},
    policy::units::{Unit, unit},
    table::{Cell, Row, Table, column},
    words::{duties as words, export, figure, fill, quantities},
};
use std::cmp::Ordering;

/// Before the key of a column: from high to low.
pub const DOWN: char = '-';
/// The months of a year.
pub const MONTHS: std::ops::RangeInclusive<u32> = 1..=12;

/// Whether the units can be sorted so; nothing keeps their order.
pub fn sorts(by: &str) -> bool {
    let key = by.strip_prefix(DOWN).unwrap_or(by);
    by.is_empty() || ["unit", "due", "done", "overdue", "on_time_share", "done_share"].contains(&key)
}

/// The rows of the chart sorted by a column (`due`, `-due`). What the chart has put first stays first among equals, the sum
/// stays last; without such a column the order stays.
pub fn sorted(chart: &Chart, by: &str) -> Vec<chart::Row> {
    let mut rows = chart.rows.clone();
    if let Some(column) = chart.column(by.trim_start_matches(DOWN)) {
        rows.sort_by(|a, b| compared(a, b, column, by.starts_with(DOWN)));
    }
    rows
}

fn compared(a: &chart::Row, b: &chart::Row, column: usize, down: bool) -> Ordering {
    let last = (a.emphasis == Emphasis::Total).cmp(&(b.emphasis == Emphasis::Total));
    let order = match (a.cells.get(column), b.cells.get(column)) {
        _ if column == 0 => a.key.cmp(&b.key),
        (Some(left), Some(right)) => match (left.magnitude(), right.magnitude()) {
            (Some((a, b)), Some((c, d))) => (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b))),
            (left, right) => left.is_some().cmp(&right.is_some()),
        },
        _ => Ordering::Equal,
    };
    last.then(if down { order.reverse() } else { order })
}

/// What a unit had to do in a month, of annex 2.
pub fn in_month(facts: &ProgrammeFacts, unit: &str, month: Month) -> DutyCounts {
    let own =
        facts.duties.tallies.iter().filter(|tally| !tally.derived && tally.owner == unit && tally.month == Some(month));
    own.fold(DutyCounts::default(), |sum, tally| sum.plus(tally.counts))
}

/// Done of due, with an exclamation mark when something is overdue; empty when nothing was due.
pub fn face(counts: DutyCounts) -> String {
    let late = if counts.overdue > 0 { " !" } else { "" };
    if counts.due == 0 { String::new() } else { format!("{}/{}{late}", counts.done, counts.due) }
}

/// What stands below the table: the duties that follow from the body of the notice.
pub fn derived(facts: &ProgrammeFacts, language: Language) -> String {
    let derived = facts.duties.tallies.iter().filter(|tally| tally.derived);
    let counts = derived.fold(DutyCounts::default(), |sum, tally| sum.plus(tally.counts));
    let numbers = [("due", counts.due), ("done", counts.done), ("overdue", counts.overdue)];
    let numbers = numbers.map(|(name, count)| (name, count.to_string()));
    let places: Vec<(&str, &str)> = numbers.iter().map(|(name, text)| (*name, text.as_str())).collect();
    fill(words::DERIVED_COUNTS, language, &places)
}

/// The table of units and the heat map of a year; without a year that of the day.
pub fn tables(facts: &ProgrammeFacts, year: Option<i32>, sort: &str, language: Language) -> [Table; 2] {
    let chart = l09_duty_completion::compute(facts, &Filter::default(), language);
    let mut units = Table::from(&chart);
    units.rows = sorted(&chart, sort).iter().map(Row::from).collect();
    let words = [("words", words::DERIVED.get(language)), ("counts", &derived(facts, language))];
    units.about.push(fill(export::DERIVED, language, &words));
    [units, heat(facts, year.unwrap_or_else(|| Month::of(facts.as_of).year()), language)]
}

/// The units of the heat map with their names on the day, by code: those that may have duties, and those that had some.
pub fn units(facts: &ProgrammeFacts, language: Language) -> Vec<(String, String)> {
    let names = facts.programme.names_on(facts.as_of);
    let mut codes = with_account(&facts.programme, facts.as_of);
    let had = facts.programme.every_body().into_iter().map(|body| body.code);
    codes.extend(had.filter(|code| {
        unit(code).is_some_and(Unit::has_checklist)
            && facts.duties.tallies.iter().any(|tally| tally.owner == *code && !tally.derived)
    }));
    codes.sort();
    codes.dedup();
    codes.into_iter().map(|code| (names.body(&code, language), code)).map(|(name, code)| (code, name)).collect()
}

fn heat(facts: &ProgrammeFacts, year: i32, language: Language) -> Table {
    let units = units(facts, language).into_iter();
    let rows = units.map(|(code, name)| {
        let months = MONTHS
            .map(|month| Month::new(year, month).map_or_else(String::new, |month| face(in_month(facts, &code, month))));
        Row::plain(std::iter::once(name).chain(months).map(Cell::text))
    });
    let rows: Vec<Row> = rows.collect();
    let name = |text: Text| text.get(language);
    let month = |month: u32| fill(words::MONTH, language, &[("n", &month.to_string())]);
    let heads = MONTHS.map(|number| column(&format!("{number:02}"), &month(number), ""));
    let columns: Vec<Column> = std::iter::once(column("unit", name(words::UNIT), "")).chain(heads).collect();
    let day = fill(figure::AS_OF, language, &[("date", &quantities::date(language, facts.as_of))]);
    let year = about::is(language, words::YEAR, &fill(words::YEAR_NAME, language, &[("n", &year.to_string())]));
    let filter = fill(export::FILTER, language, &[("filter", &year)]);
    Table {
        language,
        title: name(words::HEAT).to_owned(),
        about: vec![filter, name(words::HEAT_NOTE).to_owned(), day],
        as_of: facts.as_of,
        columns,
        rows,
        empty: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{indicators::DutyFacts, sample};

    fn facts() -> ProgrammeFacts {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let tasks = sample::duty_tasks(&sample);
        let duties = DutyFacts::of(&tasks, &sample.programme, today);
        ProgrammeFacts { duties, ..ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1) }
    }

    fn shown(row: &Row) -> Vec<String> {
        row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect()
    }

    #[test]
    fn the_sum_stays_last_whichever_way_the_table_is_sorted() {
        let facts = facts();
        let chart = l09_duty_completion::compute(&facts, &Filter::default(), Language::Zh);
        for by in ["due", "-due", "unit", "-unit", "done_share", "-overdue", "", "colour"] {
            let rows = sorted(&chart, by);
            assert_eq!(rows.len(), chart.rows.len(), "{by}");
            assert_eq!(rows.last().unwrap().key, "total", "{by}");
        }
        let due: Vec<i64> = sorted(&chart, "-due")
            .iter()
            .filter_map(|row| if let chart::Cell::Count(due) = row.cells[1] { Some(due) } else { None })
            .collect();
        assert!(chart.columns.iter().all(|column| sorts(&column.key) && sorts(&format!("-{}", column.key))));
        assert!(sorts("") && !sorts("-") && !sorts("colour"));
        let units = &due[..due.len() - 1];
        assert!(units.is_sorted_by(|a, b| a >= b), "{units:?}");
    }

    #[test]
    fn the_heat_map_adds_up_to_the_table() {
        let facts = facts();
        let [units, heat] = tables(&facts, None, "", Language::Zh);
        assert_eq!(heat.columns.len(), 13);
        assert!(heat.rows.iter().all(|row| row.cells.len() == 13));
        assert!(units.about.iter().any(|line| line.starts_with("正文派生职责：应办")), "{:?}", units.about);
        let late: usize = heat.rows.iter().flat_map(shown).filter(|text| text.ends_with('!')).count();
        assert!(late > 0, "the samples have something overdue");
        let [_, empty] = tables(&facts, Some(1999), "", Language::En);
        assert!(empty.rows.iter().flat_map(|row| row.cells[1..].to_vec()).all(|cell| cell == Cell::text("")));
    }
}
