//! Why a backup could not be made or tried.

use anju_domain::{api::BackupObstacle, language::Language};
use anju_storage::StorageError;
use std::{io, path::Path};

/// Why a backup could not be made or tried; what there was before is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Which kind.
    pub kind: BackupObstacle,
    /// What the file system or the database answered.
    pub detail: String,
}

impl Obstacle {
    /// A failure at a place.
    pub(super) fn at(path: &Path, why: &io::Error) -> Self {
        let kind =
            if why.kind() == io::ErrorKind::StorageFull { BackupObstacle::NoSpace } else { BackupObstacle::Failed };
        Self { kind, detail: format!("{}: {why}", path.display()) }
    }

    /// In one line.
    pub fn worded(&self, language: Language) -> String {
        let text = self.kind.text();
        match language {
            Language::Zh => format!("{}：{}", text.zh, self.detail),
            Language::En => format!("{}: {}", text.en, self.detail),
        }
    }
}

impl From<StorageError> for Obstacle {
    fn from(error: StorageError) -> Self {
        Self { kind: BackupObstacle::Failed, detail: error.to_string() }
    }
}
