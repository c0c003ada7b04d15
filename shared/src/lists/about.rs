//! The lines between the title of a table and its head: what it is about, by what it is filtered, on which day it stands.

use crate::{
    exact::grouped,
    language::{Language, Text},
    model::Programme,
    words::{export, figure, fill, overview, quantities},
};
use chrono::NaiveDate;

/// A condition of a filter: 期间为2022年.
pub fn is(language: Language, name: Text, value: &str) -> String {
    fill(export::IS, language, &[("name", name.get(language)), ("value", value)])
}

/// A condition of a filter: 建设单位含“住建”.
pub fn holds(language: Language, name: Text, value: &str) -> String {
    fill(export::NAME_HOLDS, language, &[("name", name.get(language)), ("value", value)])
}

/// The lines: scope (left out when it is empty), filter, how many rows, day.
pub fn lines(
    language: Language,
    programme: &Programme,
    scope: String,
    filter: &[String],
    rows: usize,
    today: NaiveDate,
) -> Vec<String> {
    let filter = if filter.is_empty() {
        export::NO_FILTER.get(language).to_owned()
    } else {
        fill(export::FILTER, language, &[("filter", &quantities::listed(language, filter))])
    };
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    let rows = fill(export::ROWS, language, &[("n", &grouped(rows))]);
    let day = fill(figure::AS_OF, language, &[("date", &quantities::date(language, today))]);
    let sample = if programme.sample { overview::SCOPE_END.get(language).to_owned() } else { String::new() };
    let scope = (!scope.is_empty()).then(|| fill(figure::SCOPE, language, &[("scope", &scope)]));
    let day = quantities::listed(language, &[day, rows, sample]);
    scope.into_iter().chain([filter, day]).collect()
}
