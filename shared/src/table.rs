//! A table as a plain value: what a list or a chart shows, ready to be written as a file.
//!
//! It is made from the very words that the page shows, so that a file and a page can't differ. Writers are generic over it;
//! it never holds fonts, colours or formulas.

use crate::{
    chart::{self, Chart, Column, Emphasis},
    language::Language,
    words::{figure, fill, quantities},
};
use chrono::{DateTime, NaiveDate, Utc};

/// A table for one scope, one day and one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The language of every text below.
    pub language: Language,
    /// What the table is called.
    pub title: String,
    /// Lines between title and head: scope, filter, day, what the figures say.
    pub about: Vec<String>,
    /// The day on which it stands.
    pub as_of: NaiveDate,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, in the order of the page.
    pub rows: Vec<Row>,
    /// Why there are no rows, when there are none.
    pub empty: Option<String>,
}

/// A row: one cell a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// How it stands among the others.
    pub emphasis: Emphasis,
}

/// A cell, exact. Words stay words whatever they begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, an amount, a count, an area, a share.
    Figure(chart::Cell),
    /// A year, which has no thousands separator.
    Year(i32),
    /// A day.
    Day(NaiveDate),
    /// An instant, shown on the clock of Beijing.
    Instant(DateTime<Utc>),
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Figure(chart::Cell::Text(words.into()))
    }

    /// A number of things.
    pub const fn count(count: i64) -> Self {
        Self::Figure(chart::Cell::Count(count))
    }

    /// As people read it, without unit except the percent sign.
    pub fn shown(&self, language: Language) -> String {
        match self {
            Self::Figure(cell) => cell.shown(),
            Self::Year(year) => year.to_string(),
            Self::Day(day) => quantities::date(language, *day),
            Self::Instant(at) => quantities::instant(language, *at),
        }
    }
}

impl Row {
    /// An ordinary row.
    pub fn plain(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { cells: cells.into_iter().collect(), emphasis: Emphasis::Plain }
    }
}

impl From<&chart::Row> for Row {
    fn from(row: &chart::Row) -> Self {
        Self { cells: row.cells.iter().cloned().map(Cell::Figure).collect(), emphasis: row.emphasis }
    }
}

impl From<&Chart> for Table {
    fn from(chart: &Chart) -> Self {
        let language = chart.language;
        let scope = fill(figure::SCOPE, language, &[("scope", &chart.scope)]);
        let day = fill(figure::AS_OF, language, &[("date", &quantities::date(language, chart.as_of))]);
        let about = [chart.message.clone(), scope, chart.note.clone(), day];
        Self {
            language,
            title: chart.title.clone(),
            about: about.into_iter().filter(|line| !line.is_empty()).collect(),
            as_of: chart.as_of,
            columns: chart.columns.clone(),
            rows: chart.rows.iter().map(Row::from).collect(),
            empty: chart.empty.clone(),
        }
    }
}

/// A column of a list: key, head, unit.
pub fn column(key: &str, name: &str, unit: &str) -> Column {
    Column { key: key.to_owned(), name: name.to_owned(), unit: unit.to_owned() }
}

/// The name of a file, without its kind: 本单位职责_2022-10-08.
pub fn file_name(language: Language, title: &str, as_of: NaiveDate) -> String {
    fill(figure::FILE, language, &[("title", title), ("date", &as_of.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        indicators::{Filter, ProgrammeFacts, compute},
        sample,
    };

    #[test]
    fn a_chart_becomes_the_table_that_its_page_shows() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        let chart = compute("L-05", &facts, &Filter::default(), Language::Zh).unwrap();
        let table = Table::from(&chart);
        assert_eq!((&table.title, &table.columns), (&chart.title, &chart.columns));
        assert_eq!(table.rows.len(), chart.rows.len());
        for (row, of_chart) in table.rows.iter().zip(&chart.rows) {
            let shown: Vec<String> = row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect();
            assert_eq!(shown, of_chart.cells.iter().map(chart::Cell::shown).collect::<Vec<_>>());
        }
        assert!(table.about.iter().any(|line| line.contains(&chart.scope)), "{:?}", table.about);
        assert!(table.about.iter().any(|line| line == "截至2022年10月8日"), "{:?}", table.about);
    }

    #[test]
    fn a_file_is_named_by_what_it_holds_and_its_day() {
        let day = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        assert_eq!(file_name(Language::Zh, "待审核", day), "待审核_2022-10-08");
    }
}
