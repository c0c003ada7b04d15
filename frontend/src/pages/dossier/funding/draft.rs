//! The draft of the form, kept in the browser: the grid as typed, and what it was made of.

use super::grid::{CellText, Grid, SourceColumn};
use crate::drafts;
use anju_domain::model::FundingCommitment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The grid as typed, and the saved state that it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Draft {
    version: i64,
    base: Vec<FundingCommitment>,
    columns: Vec<SourceColumn>,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cell {
    line: String,
    column: usize,
    id: Uuid,
    text: String,
    #[serde(default)]
    operator: String,
}

/// A draft that was found: the version and the commitments that it was made of, and the grid as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Restored {
    pub(super) version: i64,
    pub(super) base: Vec<FundingCommitment>,
    pub(super) grid: Grid,
}

fn document(id: Uuid) -> String {
    format!("funding/{id}")
}

/// Keeps the draft of a project community.
pub(super) fn keep(id: Uuid, version: i64, base: &[FundingCommitment], grid: &Grid) {
    if let Some(text) = written(version, base, grid) {
        drafts::keep(&document(id), &text);
    }
}

/// The draft of a project community; one that can't be read counts as none.
pub(super) fn kept(id: Uuid) -> Option<Restored> {
    read(&drafts::kept(&document(id))?)
}

/// Drops the draft of a project community.
pub(super) fn drop(id: Uuid) {
    drafts::drop(&document(id));
}

fn written(version: i64, base: &[FundingCommitment], grid: &Grid) -> Option<String> {
    let cells = grid
        .cells
        .iter()
        .map(|((line, column), cell)| Cell {
            line: line.clone(),
            column: *column,
            id: cell.id,
            text: cell.text.clone(),
            operator: cell.operator.clone(),
        })
        .collect();
    serde_json::to_string(&Draft { version, base: base.to_vec(), columns: grid.columns.clone(), cells }).ok()
}

fn read(text: &str) -> Option<Restored> {
    let draft: Draft = serde_json::from_str(text).ok()?;
    let cells = draft
        .cells
        .into_iter()
        .map(|cell| ((cell.line, cell.column), CellText { id: cell.id, text: cell.text, operator: cell.operator }));
    let grid = Grid::of_parts(draft.columns, cells.collect(), &draft.base)?;
    Some(Restored { version: draft.version, base: draft.base, grid })
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::exact::Money;

    #[test]
    fn a_draft_gives_back_what_was_typed_also_when_it_is_no_number() {
        let base = [FundingCommitment {
            id: Uuid::from_u128(1),
            line: "B07".to_owned(),
            funding: "F15".to_owned(),
            amount: Money::from_wan_hundredths(651),
            ..FundingCommitment::default()
        }];
        let grid = Grid::of(&base).with_text("B07", 0, "6.5o".to_owned(), Uuid::nil());
        let restored = written(4, &base, &grid).and_then(|text| read(&text));
        assert_eq!(restored, Some(Restored { version: 4, base: base.to_vec(), grid }));
        assert_eq!(read("{}"), None);
    }
}
