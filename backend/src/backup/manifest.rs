//! The manifest of a backup: the seal of every file and the figures of the database.

use super::{DATABASE, EVIDENCE, disk};
use anju_domain::api::{BackupFault, BackupFaultKind};
use anju_storage::Contents;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{fs, io, path::Path};

/// Name of the manifest's file.
pub(super) const MANIFEST: &str = "manifest.json";
/// The form of the manifest that this program writes.
const FORMAT: u32 = 1;

/// The manifest of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its form; a later program may write another one.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When the copy began.
    pub made_at: DateTime<Utc>,
    /// Name and version of the database that was copied.
    pub source: String,
    /// The database.
    pub database: Sealed,
    /// The files of the evidence and their previews, by name.
    pub files: Vec<Sealed>,
    /// What the database holds in figures.
    pub contents: Contents,
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Its place in the backup, parted by `/`.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn new(
        made_at: DateTime<Utc>,
        source: String,
        database: Sealed,
        files: Vec<Sealed>,
        contents: Contents,
    ) -> Self {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        Self { format: FORMAT, program, made_at, source, database, files, contents }
    }

    /// Bytes of all files.
    pub fn size(&self) -> u64 {
        self.files.iter().chain([&self.database]).fold(0, |sum, file| sum.saturating_add(file.size))
    }

    pub(super) fn write(&self, backup: &Path) -> io::Result<()> {
        disk::write(&backup.join(MANIFEST), &serde_json::to_vec_pretty(self)?)
    }

    /// Reads the manifest of a backup; gives its SHA-256 too.
    pub(super) fn read(backup: &Path) -> Result<(Self, String), BackupFault> {
        let fault = |detail: String| BackupFault {
            kind: BackupFaultKind::ManifestUnreadable,
            name: MANIFEST.to_owned(),
            detail,
        };
        let bytes = fs::read(backup.join(MANIFEST)).map_err(|why| fault(why.to_string()))?;
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|why| fault(why.to_string()))?;
        if manifest.format != FORMAT {
            return Err(fault(format!("format {} is not known; use a newer program", manifest.format)));
        }
        // It names places that are written to: nothing outside the two folders, and no other database.
        if let Some(strange) = manifest.files.iter().find(|file| !is_known_place(&file.name)) {
            return Err(fault(format!("{:?} is no place of a file", strange.name)));
        }
        if manifest.database.name != DATABASE {
            return Err(fault(format!("{:?} is not the database", manifest.database.name)));
        }
        Ok((manifest, disk::hexadecimal(&Sha256::digest(&bytes))))
    }
}

/// The place of a content or preview in a backup.
pub(super) fn place(part: &str, sha256: &str) -> String {
    format!("{EVIDENCE}/{part}/{sha256}")
}

fn is_known_place(name: &str) -> bool {
    let mut parts = name.split('/');
    let folders = (parts.next(), parts.next());
    let is_hash = |name: &str| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    matches!(folders, (Some(EVIDENCE), Some("content" | "preview")))
        && parts.next().is_some_and(is_hash)
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_no_place_outside_the_backup() {
        let hash = "a".repeat(64);
        assert!(is_known_place(&place("content", &hash)) && is_known_place(&place("preview", &hash)));
        for bad in [
            "../../etc/passwd".to_owned(),
            format!("evidence/content/../{hash}"),
            format!("evidence/other/{hash}"),
            format!("evidence/content/{hash}/x"),
            format!("/evidence/content/{hash}"),
            "evidence/content/..".to_owned(),
            String::new(),
        ] {
            assert!(!is_known_place(&bad), "{bad}");
        }
    }
}
