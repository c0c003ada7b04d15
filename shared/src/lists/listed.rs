//! What every list does with its rows: filters by column, sorts by any column, searches, leaves columns out. Page and file
//! read the same functions, so what is exported is what is shown.

mod filters;
mod range;

pub use filters::Filters;
pub use range::Range;

use super::{about, search::Search};
use crate::{
    language::{Language, Text},
    model::{BodyNames, Programme},
    table::{self, Cell, Row},
    words::{export, fill},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

/// Who reads a list: in which language, and how the programme calls its bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// The bodies that the programme names itself.
    pub names: Arc<BodyNames>,
}

impl Reader {
    /// One who reads a programme in this language on a day.
    pub fn of(programme: &Programme, today: NaiveDate, language: Language) -> Self {
        Self { language, names: Arc::new(programme.names_on(today)) }
    }
}

/// A column of a list.
pub struct Column<R: 'static> {
    /// Its stable name, in addresses.
    pub key: &'static str,
    /// Its head.
    pub name: Text,
    /// What a row shows in it.
    pub cell: fn(&R, &Reader) -> Cell,
    /// The order of rows by it.
    pub order: fn(&R, &R) -> Ordering,
    /// How rows are filtered by it.
    pub filter: Filter<R>,
}

/// How rows are filtered by a column.
pub enum Filter<R: 'static> {
    /// Not at all.
    No,
    /// By a part of the text, as a search finds it: the text, and its readings.
    Words(fn(&R) -> (&str, &str)),
    /// By one of the values that there are: their stable codes; people see what the cell shows.
    Choice(fn(&R) -> String),
    /// By a range of amounts, typed in the unit of the column with so many decimals; a row without one is in no range.
    Amounts(fn(&R) -> Option<i64>, u32),
}

/// What of a list is shown, as it stands in the address of its page and in the question for its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shown {
    /// What is searched for.
    pub search: Option<String>,
    /// Filters of columns.
    pub filter: Option<String>,
    /// The column by which rows are sorted, after `-` from the greatest down.
    pub sort: Option<String>,
    /// The columns that are left out, with commas between them.
    pub hide: Option<String>,
}

/// A list: its columns, and what is searched of a row.
pub struct List<R: 'static> {
    /// Its columns, in their order.
    pub columns: &'static [Column<R>],
    /// What is searched of a row: its texts, and their readings.
    pub searched: fn(&R) -> (Vec<&str>, &str),
}

impl<R: 'static> Clone for List<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: 'static> Copy for List<R> {}

impl<R: 'static> List<R> {
    fn column(self, key: &str) -> Option<&'static Column<R>> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The name of the part that asks for a column or a filter which this list has not.
    pub fn fault(self, shown: &Shown) -> Option<&'static str> {
        let known = |key: &str| self.column(key).is_some();
        if shown.sort.as_deref().is_some_and(|sort| !known(sort.trim_start_matches(DOWN))) {
            return Some("sort");
        }
        if shown.hide.as_deref().is_some_and(|hide| hide.split(COMMA).any(|key| !key.is_empty() && !known(key))) {
            return Some("hide");
        }
        let filters = Filters::read(shown.filter.as_deref().unwrap_or_default());
        let is_wrong = |(key, value): (&str, &str)| match self.column(key).map(|column| &column.filter) {
            None | Some(Filter::No) => true,
            Some(Filter::Amounts(_, decimals)) => Range::read(value, *decimals).is_none(),
            Some(_) => false,
        };
        filters.iter().any(is_wrong).then_some("filter")
    }

    /// The rows that are shown, as their places among all, in their order. What the list does not know is passed over.
    pub fn select(self, rows: &[R], shown: &Shown) -> Vec<usize> {
        let search = Search::of(shown.search.as_deref().unwrap_or_default());
        let filters = Filters::read(shown.filter.as_deref().unwrap_or_default());
        let tests: Vec<Test<R>> =
            filters.iter().filter_map(|(key, value)| Test::of(self.column(key)?, value)).collect();
        let mut places: Vec<usize> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| tests.iter().all(|test| test.admits(row)))
            .filter(|(_, row)| {
                search.is_empty() || {
                    let (texts, readings) = (self.searched)(row);
                    search.is_in(&texts, readings)
                }
            })
            .map(|(place, _)| place)
            .collect();
        if let Some((column, down)) = self.sorted_by(shown) {
            // Rows that are alike stay in the order of the list, also from the greatest down.
            places.sort_by(|a, b| {
                let (Some(a), Some(b)) = (rows.get(*a), rows.get(*b)) else { return Ordering::Equal };
                let order = (column.order)(a, b);
                if down { order.reverse() } else { order }
            });
        }
        places
    }

    /// The column by which rows are sorted, and whether from the greatest down.
    pub fn sorted_by(self, shown: &Shown) -> Option<(&'static Column<R>, bool)> {
        let sort = shown.sort.as_deref()?;
        let key = sort.strip_prefix(DOWN);
        Some((self.column(key.unwrap_or(sort))?, key.is_some()))
    }

    /// The columns that are shown; all of them when all would be left out.
    pub fn visible(self, shown: &Shown) -> Vec<&'static Column<R>> {
        let hidden: Vec<&str> = shown.hide.as_deref().unwrap_or_default().split(COMMA).collect();
        let visible: Vec<_> = self.columns.iter().filter(|column| !hidden.contains(&column.key)).collect();
        if visible.is_empty() { self.columns.iter().collect() } else { visible }
    }

    /// The values that there are in a column: codes with what people see, in the order of the column.
    pub fn choices(self, rows: &[R], key: &str, reader: &Reader) -> Vec<(String, String)> {
        let Some(column) = self.column(key) else { return Vec::new() };
        let Filter::Choice(code) = column.filter else { return Vec::new() };
        let mut known: BTreeMap<String, &R> = BTreeMap::new();
        for row in rows {
            known.entry(code(row)).or_insert(row);
        }
        let mut known: Vec<(String, &R)> = known.into_iter().collect();
        known.sort_by(|(_, a), (_, b)| (column.order)(a, b));
        known.into_iter().map(|(code, row)| (code, (column.cell)(row, reader).shown(reader.language))).collect()
    }

    /// What the rows are filtered by, in words; a value that no row has any more is told by its code.
    pub fn in_words(self, rows: &[R], shown: &Shown, reader: &Reader) -> Vec<String> {
        let language = reader.language;
        let filters = Filters::read(shown.filter.as_deref().unwrap_or_default());
        let mut words: Vec<String> = filters
            .iter()
            .filter_map(|(key, value)| {
                let column = self.column(key)?;
                let value = match column.filter {
                    Filter::No => return None,
                    Filter::Words(_) => return Some(about::holds(language, column.name, value)),
                    Filter::Choice(code) => rows
                        .iter()
                        .find(|row| code(row) == value)
                        .map_or_else(|| value.to_owned(), |row| (column.cell)(row, reader).shown(language)),
                    Filter::Amounts(_, decimals) => Range::read(value, decimals)?.in_words(decimals),
                };
                Some(about::is(language, column.name, &value))
            })
            .collect();
        let search = shown.search.as_deref().map(str::trim).filter(|search| !search.is_empty());
        words.extend(search.map(|search| fill(export::HOLDS, language, &[("value", search)])));
        words
    }

    /// The columns of the table of what is shown.
    pub fn table_columns(self, shown: &Shown, language: Language) -> Vec<crate::chart::Column> {
        let columns = self.visible(shown);
        columns.iter().map(|column| table::column(column.key, column.name.get(language), "")).collect()
    }

    /// The row of the table of what is shown.
    pub fn table_row(self, row: &R, shown: &Shown, reader: &Reader) -> Row {
        Row::plain(self.visible(shown).iter().map(|column| (column.cell)(row, reader)))
    }
}

const DOWN: char = '-';
const COMMA: char = ',';

/// A filter, ready to be asked of rows.
enum Test<R: 'static> {
    Words(fn(&R) -> (&str, &str), Search),
    Choice(fn(&R) -> String, String),
    Amounts(fn(&R) -> Option<i64>, Range),
}

impl<R> Test<R> {
    fn of(column: &Column<R>, value: &str) -> Option<Self> {
        Some(match column.filter {
            Filter::No => return None,
            Filter::Words(text) => Self::Words(text, Search::of(value)),
            Filter::Choice(code) => Self::Choice(code, value.to_owned()),
            Filter::Amounts(amount, decimals) => Self::Amounts(amount, Range::read(value, decimals)?),
        })
    }

    fn admits(&self, row: &R) -> bool {
        match self {
            Self::Words(text, search) => {
                let (text, readings) = text(row);
                search.is_in(&[text], readings)
            }
            Self::Choice(code, value) => code(row) == *value,
            Self::Amounts(amount, range) => amount(row).is_some_and(|amount| range.holds(amount)),
        }
    }
}
