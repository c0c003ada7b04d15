//! What was changed in a grid against what it was made of, and the same changes on top of something newer.
//!
//! Pure: it compares and joins grids, and knows nothing of pages.

use super::grid::{CellText, Grid, SourceColumn};
use anju_domain::{exact::Money, model::FundingCommitment};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A cell that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The line.
    pub(crate) line: String,
    /// The source.
    pub(crate) column: SourceColumn,
    /// What stood there; empty when nothing did.
    pub(crate) before: String,
    /// What stands there now.
    pub(crate) after: String,
    id: Uuid,
}

type Cells<'a> = BTreeMap<(&'a str, &'a SourceColumn), &'a CellText>;

fn cells(grid: &Grid) -> Cells<'_> {
    grid.cells
        .iter()
        .filter_map(|((line, column), cell)| Some(((line.as_str(), grid.columns.get(*column)?), cell)))
        .collect()
}

/// Whether two texts state the same amount, or are the same text when one can't be read.
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a == b || matches!((Money::parse_wan(a), Money::parse_wan(b)), (Ok(a), Ok(b)) if a == b)
}

/// The cells that differ, by line and source.
pub(crate) fn edits(base: &Grid, mine: &Grid) -> Vec<Edit> {
    let (old, new) = (cells(base), cells(mine));
    let text = |cells: &Cells<'_>, key: &(&str, &SourceColumn)| {
        cells.get(key).map_or_else(String::new, |cell| cell.text.clone())
    };
    let mut keys: Vec<_> = old.iter().chain(&new).map(|(key, cell)| (*key, cell.id)).collect();
    keys.sort_by_key(|(key, _)| *key);
    keys.dedup_by_key(|(key, _)| *key);
    keys.into_iter()
        .map(|(key, id)| Edit {
            line: key.0.to_owned(),
            column: key.1.clone(),
            before: text(&old, &key),
            after: text(&new, &key),
            id: new.get(&key).map_or(id, |cell| cell.id),
        })
        .filter(|edit| !same(&edit.before, &edit.after))
        .collect()
}

/// The sources that were added.
pub(crate) fn added(base: &Grid, mine: &Grid) -> Vec<SourceColumn> {
    mine.columns.iter().filter(|column| !base.columns.contains(column)).cloned().collect()
}

/// What somebody else changed in the same cells: the edit, and what stands there now.
pub(crate) fn conflicts(base: &Grid, mine: &Grid, newest: &Grid) -> Vec<(Edit, String)> {
    let now = cells(newest);
    edits(base, mine)
        .into_iter()
        .map(|edit| {
            let text = now.get(&(edit.line.as_str(), &edit.column)).map_or_else(String::new, |cell| cell.text.clone());
            (edit, text)
        })
        .filter(|(edit, text)| !same(&edit.before, text) && !same(&edit.after, text))
        .collect()
}

/// The newest commitments with the same changes on top; `fresh` makes an identity where one is taken.
pub(crate) fn rebased(base: &Grid, mine: &Grid, newest: &[FundingCommitment], fresh: impl Fn() -> Uuid) -> Grid {
    let mut grid = Grid::of(newest);
    for column in added(base, mine) {
        grid = grid.with_column(column).0;
    }
    for edit in edits(base, mine) {
        let known = grid.columns.binary_search(&edit.column).is_ok();
        if edit.after.trim().is_empty() && !known {
            continue;
        }
        let taken = newest.iter().any(|commitment| commitment.id == edit.id);
        let (wider, at) = grid.with_column(edit.column);
        grid = wider.with_text(&edit.line, at, edit.after, if taken { fresh() } else { edit.id });
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::policy::stages::CommitmentStatus;

    fn paid(number: u128, line: &str, funding: &str, wan_hundredths: i64) -> FundingCommitment {
        FundingCommitment {
            id: Uuid::from_u128(number),
            line: line.to_owned(),
            funding: funding.to_owned(),
            amount: Money::from_wan_hundredths(wan_hundredths),
            status: CommitmentStatus::Secured,
            ..FundingCommitment::default()
        }
    }

    #[test]
    fn another_spelling_of_an_amount_is_no_change() {
        let base = Grid::of(&[paid(1, "B07", "F15", 651)]);
        assert!(edits(&base, &base.clone().with_text("B07", 0, " ６．５１０ ".to_owned(), Uuid::nil())).is_empty());
        let found = edits(&base, &base.clone().with_text("B07", 0, "6.50".to_owned(), Uuid::nil()));
        assert_eq!((found[0].before.as_str(), found[0].after.as_str()), ("6.51", "6.50"));
    }

    #[test]
    fn only_the_changed_cells_are_put_on_top_of_what_is_newest() {
        let base = Grid::of(&[paid(1, "B01", "F15", 390), paid(2, "B07", "F15", 651)]);
        let mine = base.clone().with_text("B07", 0, "6.50".to_owned(), Uuid::nil());
        let newest = [paid(1, "B01", "F08", 500), paid(2, "B07", "F15", 700)];
        let grid = rebased(&base, &mine, &newest, || Uuid::from_u128(9));
        assert_eq!(grid.columns.len(), 2);
        assert_eq!((grid.text("B01", 0), grid.text("B07", 1)), ("5.00".to_owned(), "6.50".to_owned()));
        let found = conflicts(&base, &mine, &Grid::of(&newest));
        assert_eq!((found.len(), found[0].1.as_str()), (1, "7.00"));
    }

    #[test]
    fn an_identity_that_is_used_elsewhere_is_not_used_twice() {
        let base = Grid::of(&[paid(1, "B07", "F15", 651)]);
        let mine = base.clone().with_text("B07", 0, "6.50".to_owned(), Uuid::nil());
        let grid = rebased(&base, &mine, &[paid(1, "B07", "F13", 651)], || Uuid::from_u128(9));
        assert_eq!(grid.place_of(Uuid::from_u128(9)), Some(("B07".to_owned(), 1)));
    }
}
