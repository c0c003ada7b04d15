//! The draft of a task, kept in the browser: text and files as they stand in the form, and the version under them.

use super::files::FileItem;
use crate::drafts;
use anju_domain::model::Evidence;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What was typed and brought, and the version that it was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) version: i64,
    pub(super) report: String,
    /// Only files that have arrived: the content of the others is not here any more after a restart.
    pub(super) files: Vec<Evidence>,
}

impl Draft {
    pub(super) fn of(version: i64, report: &str, files: &[FileItem]) -> Self {
        let files = files.iter().filter_map(FileItem::here).cloned().collect();
        Self { version, report: report.to_owned(), files }
    }
}

fn document(id: Uuid) -> String {
    format!("duty/{id}")
}

/// Keeps the draft of a task.
pub(super) fn keep(id: Uuid, draft: &Draft) {
    if let Ok(text) = serde_json::to_string(draft) {
        drafts::keep(&document(id), &text);
    }
}

/// The draft of a task; one that can't be read counts as none.
pub(super) fn kept(id: Uuid) -> Option<Draft> {
    serde_json::from_str(&drafts::kept(&document(id))?).ok()
}

/// Drops the draft of a task.
pub(super) fn drop(id: Uuid) {
    drafts::drop(&document(id));
}
