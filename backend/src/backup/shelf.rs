//! The shelf: the folder in which backups stand, each in a folder named by its instant.

use super::{
    disk,
    manifest::{MANIFEST, Manifest},
    obstacle::Obstacle,
};
use anju_domain::api::{BackupFault, BackupObstacle, BackupProof, BackupRow};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// Name of the file that says what the restore of a backup has shown.
pub(super) const PROOF: &str = "proof.json";
/// The name of a backup: its instant, UTC.
const NAME: &str = "%Y%m%dT%H%M%SZ";
/// How the name of a backup begins that is being made.
const UNFINISHED: &str = ".unfinished-";
/// Where backups are restored to be proved.
const SCRATCH: &str = ".proving";
/// Held by who makes a backup.
const LOCK: &str = ".lock";

/// The folder in which backups stand, held by who makes one.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    _lock: File,
}

/// What stands beside a backup once it was restored: valid for this manifest alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ProofFile {
    manifest_sha256: String,
    #[serde(flatten)]
    proof: BackupProof,
}

impl Shelf {
    /// Takes the shelf for making backups; the folder is made when it is missing. What others have left unfinished is
    /// removed.
    ///
    /// # Errors
    /// Another process makes one, or the folder can't be written.
    pub fn take(folder: &Path) -> Result<Self, Obstacle> {
        let failed = |why: io::Error| Obstacle::at(folder, &why);
        fs::create_dir_all(folder).map_err(failed)?;
        let options = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK));
        let lock = options.map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Obstacle { kind: BackupObstacle::Busy, detail: folder.display().to_string() });
            }
            Err(TryLockError::Error(why)) => return Err(failed(why)),
        }
        for entry in fs::read_dir(folder).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(UNFINISHED) || name == SCRATCH {
                disk::remove_folder(&folder.join(&*name)).map_err(failed)?;
            }
        }
        Ok(Self { folder: folder.to_owned(), _lock: lock })
    }

    /// A free name, and the folder in which a backup of this name is made.
    pub(super) fn begin(&self, made_at: DateTime<Utc>) -> Result<(String, PathBuf), Obstacle> {
        let mut instant = made_at;
        let name = loop {
            let name = instant.format(NAME).to_string();
            if !self.folder.join(&name).exists() {
                break name;
            }
            instant += TimeDelta::seconds(1);
        };
        let unfinished = self.folder.join(format!("{UNFINISHED}{name}"));
        fs::create_dir(&unfinished).map_err(|why| Obstacle::at(&unfinished, &why))?;
        Ok((name, unfinished))
    }

    /// Gives a backup its name, once all of it is on the disk.
    pub(super) fn finish(&self, unfinished: &Path, name: &str) -> Result<PathBuf, Obstacle> {
        let backup = self.folder.join(name);
        disk::sync_folder(unfinished)
            .and_then(|()| fs::rename(unfinished, &backup))
            .and_then(|()| disk::sync_folder(&self.folder))
            .map_err(|why| Obstacle::at(&backup, &why))?;
        Ok(backup)
    }

    /// Where a backup is restored to be proved.
    pub fn scratch(&self) -> PathBuf {
        self.folder.join(SCRATCH)
    }

    /// Writes what the restore of a backup has shown beside it.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn keep_proof(backup: &Path, proof: &BackupProof) -> Result<(), Obstacle> {
        let manifest_sha256 = Manifest::read(backup).map(|(_, sha256)| sha256).unwrap_or_default();
        let file = ProofFile { manifest_sha256, proof: proof.clone() };
        let failed = |why: io::Error| Obstacle::at(backup, &why);
        let text = serde_json::to_vec_pretty(&file).map_err(|why| failed(why.into()))?;
        disk::write(&backup.join(PROOF), &text).map_err(failed)
    }

    /// Removes the oldest backups but this many; never the newest one that was proved. Gives how many were removed.
    ///
    /// # Errors
    /// One can't be removed.
    pub fn prune(&self, kept: usize) -> Result<usize, Obstacle> {
        let rows = Self::rows(&self.folder).map_err(|why| Obstacle::at(&self.folder, &why))?;
        let newest_proved = rows.iter().position(BackupRow::is_proved);
        let mut removed = 0;
        for (at, row) in rows.iter().enumerate().skip(kept) {
            if Some(at) == newest_proved {
                continue;
            }
            // Under the name of one that is unfinished first: half of a backup is never taken for one.
            let (path, going) = (self.folder.join(&row.name), self.folder.join(format!("{UNFINISHED}{}", row.name)));
            fs::rename(&path, &going)
                .and_then(|()| disk::remove_folder(&going))
                .map_err(|why| Obstacle::at(&path, &why))?;
            removed += 1;
        }
        Ok(removed)
    }

    /// The backups of a folder, newest first; also while another process makes one.
    ///
    /// # Errors
    /// The folder can't be read; one that is not there has none.
    pub fn rows(folder: &Path) -> io::Result<Vec<BackupRow>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(why) => return Err(why),
        };
        let mut rows = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(made_at) = NaiveDateTime::parse_from_str(&name, NAME) else { continue };
            if entry.file_type()?.is_dir() {
                rows.push(row(&entry.path(), name, made_at.and_utc()));
            }
        }
        rows.sort_by(|one, other| other.name.cmp(&one.name));
        Ok(rows)
    }

    /// Whether a folder is one backup, not a shelf of them.
    pub fn is_backup(folder: &Path) -> bool {
        folder.join(MANIFEST).exists()
    }
}

fn row(backup: &Path, name: String, made_at: DateTime<Utc>) -> BackupRow {
    match Manifest::read(backup) {
        Ok((manifest, sha256)) => BackupRow {
            name,
            made_at,
            size: manifest.size(),
            files: manifest.files.iter().filter(|file| file.name.contains("/content/")).count() as u64,
            proof: kept_proof(backup, &sha256),
        },
        Err(fault) => BackupRow { name, made_at, size: 0, files: 0, proof: Some(unreadable(fault, made_at)) },
    }
}

fn unreadable(fault: BackupFault, at: DateTime<Utc>) -> BackupProof {
    BackupProof { at, entries: 0, objects: 0, files: 0, faults: vec![fault] }
}

/// What the restore of a backup has shown, when its manifest is still the one that was restored.
fn kept_proof(backup: &Path, manifest_sha256: &str) -> Option<BackupProof> {
    let bytes = fs::read(backup.join(PROOF)).ok()?;
    let file: ProofFile = serde_json::from_slice(&bytes).ok()?;
    (file.manifest_sha256 == manifest_sha256).then_some(file.proof)
}
