//! Rows by community: the first ones each for itself, the others together, so that thousands stay readable.

use super::{CommunityFacts, Filter, scope, table::row};
use crate::{
    chart::{Cell, Emphasis, Row},
    language::Language,
};

/// More rows than this are drawn as the first ones and one row for the others.
const ROWS: usize = 8;
/// The key of the row for the others.
pub(super) const OTHERS: &str = "others";

/// A community with what is told of it.
pub(super) type Part<'a, T> = (&'a CommunityFacts, T);

/// The rows of `parts`, which stand in their order; `tab` is the page of the dossier with the records.
pub(super) fn rows<T: Copy>(
    parts: &[Part<'_, T>],
    plus: impl Fn(T, T) -> T,
    cells: impl Fn(T) -> Vec<Cell>,
    emphasis: impl Fn(T) -> Emphasis,
    tab: &str,
    (filter, language): (&Filter, Language),
) -> Vec<Row> {
    let own = if parts.len() > ROWS { ROWS - 1 } else { parts.len() };
    let mut rows: Vec<Row> = parts
        .iter()
        .take(own)
        .map(|(community, tally)| {
            let mut row = row(community.id.to_string(), community.name.as_str(), cells(*tally), emphasis(*tally));
            row.records = Some(format!("/communities/{}/{tab}", community.id));
            row
        })
        .collect();
    let others = parts.get(own..).unwrap_or_default();
    if let Some(sum) = others.iter().map(|(_, tally)| *tally).reduce(plus) {
        let label = match language {
            Language::Zh => format!("其他{}个小区", others.len()),
            Language::En => format!("{} others", others.len()),
        };
        let mut row = row(OTHERS, label, cells(sum), emphasis(sum));
        row.records = Some(scope::records(filter));
        rows.push(row);
    }
    rows
}
