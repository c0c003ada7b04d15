//! Compares the files of the evidence with the rows that name them.

use super::{
    disk::{self, Halt, aside},
    obstacle::Obstacle,
};
use anju_storage::Storage;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
    time::{Duration, SystemTime},
};

/// A file this young may be one whose row is about to be written.
const ON_ITS_WAY: Duration = Duration::from_secs(60);

/// What a comparison of files and rows found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FilesReport {
    /// How many contents were hashed.
    pub compared: u64,
    /// Contents that a row names and that are not there.
    pub missing: Vec<NamedFile>,
    /// Contents of another size or hash than their row says.
    pub changed: Vec<NamedFile>,
    /// Files that no row names.
    pub orphans: Vec<String>,
}

/// A content that is not as its row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedFile {
    /// What people call it.
    pub name: String,
    /// SHA-256 by its row.
    pub sha256: String,
    /// What is there.
    pub detail: String,
}

impl FilesReport {
    /// How many faults there are.
    pub const fn faults(&self) -> usize {
        self.missing.len() + self.changed.len() + self.orphans.len()
    }
}

/// Hashes every file of the evidence in a folder and compares it with its row.
///
/// # Errors
/// The storage or the folder can't be read.
pub async fn check(storage: &Storage, evidence: &Path, halt: &Halt) -> Result<FilesReport, Obstacle> {
    // First what lies there, then the rows: a row is written after its content.
    let folder = evidence.to_owned();
    let lying = aside(move || lying(&folder).map_err(|why| Obstacle::at(&folder, &why))).await?;
    let rows = storage.evidence_files().await?;
    let (folder, halt) = (evidence.to_owned(), halt.clone());
    aside(move || {
        let mut report = FilesReport::default();
        let known: BTreeSet<&str> = rows.iter().map(|row| row.sha256.as_str()).collect();
        for (name, age) in &lying {
            let is_known = name.rsplit('/').next().is_some_and(|last| known.contains(last));
            if !is_known && *age > ON_ITS_WAY {
                report.orphans.push(name.clone());
            }
        }
        for row in &rows {
            let fault = |detail| NamedFile { name: row.name.clone(), sha256: row.sha256.clone(), detail };
            let path = folder.join("content").join(&row.sha256);
            match disk::seal(&path, &halt) {
                Ok(found) => {
                    report.compared += 1;
                    if found.sha256 != row.sha256 || i64::try_from(found.size) != Ok(row.size) {
                        report.changed.push(fault(format!("{} B, SHA-256 {}", found.size, found.sha256)));
                    }
                }
                Err(why) if why.kind() == io::ErrorKind::NotFound => report.missing.push(fault(why.to_string())),
                Err(why) => return Err(Obstacle::at(&path, &why)),
            }
        }
        Ok(report)
    })
    .await
}

/// The files of a folder of evidence, as `content/…` and `preview/…`, each with its age.
fn lying(folder: &Path) -> io::Result<BTreeMap<String, Duration>> {
    let mut lying = BTreeMap::new();
    for part in ["content", "preview"] {
        let entries = match fs::read_dir(folder.join(part)) {
            Ok(entries) => entries,
            // Nobody has brought a file yet.
            Err(why) if why.kind() == io::ErrorKind::NotFound => continue,
            Err(why) => return Err(why),
        };
        for entry in entries {
            let entry = entry?;
            let changed = entry.metadata()?.modified()?;
            let age = SystemTime::now().duration_since(changed).unwrap_or_default();
            lying.insert(format!("{part}/{}", entry.file_name().to_string_lossy()), age);
        }
    }
    Ok(lying)
}
