//! The draft of a form, kept in the browser: its cells as typed, and what they were made of.

use super::spec::{Cells, Spec};
use crate::drafts;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Cells as typed, and the saved state that they were made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) version: i64,
    pub(super) base: Cells,
    pub(super) cells: Cells,
}

fn document(spec: &Spec, id: Uuid) -> String {
    format!("{}/{id}", spec.name)
}

/// Keeps the draft.
pub(super) fn keep(spec: &Spec, id: Uuid, draft: &Draft) {
    if let Ok(text) = serde_json::to_string(draft) {
        drafts::keep(&document(spec, id), &text);
    }
}

/// The draft; one that can't be read, or is of other columns than those of today, counts as none.
pub(super) fn kept(spec: &Spec, id: Uuid) -> Option<Draft> {
    let draft: Draft = serde_json::from_str(&drafts::kept(&document(spec, id))?).ok()?;
    let width = (spec.heads)().len();
    draft.base.iter().chain(&draft.cells).all(|row| row.len() == width).then_some(draft)
}

/// Drops the draft.
pub(super) fn drop(spec: &Spec, id: Uuid) {
    drafts::drop(&document(spec, id));
}
