//! Restores a backup where nothing is yet: proved beside its place first, then put there, then proved once more.

use super::{
    DATABASE, EVIDENCE,
    disk::{self, Halt, aside},
    manifest::Manifest,
    obstacle::Obstacle,
    prove::{examine, restore_into},
};
use anju_domain::api::{BackupObstacle, BackupProof};
use anju_storage::{Location, Storage, StorageError};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where a backup is restored to.
#[derive(Clone, Debug)]
pub struct Target {
    /// The data folder.
    pub data: PathBuf,
    /// The database: the data folder, or PostgreSQL.
    pub location: Location,
    /// The folder of the evidence.
    pub evidence: PathBuf,
}

/// Why nothing was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something is there already: the folder, and one name in it.
    NotEmpty(PathBuf, String),
    /// The database holds something already.
    DatabaseNotEmpty,
    /// The backup, or what became of it, is not what it was.
    NotProved(BackupProof),
    /// It could not be tried.
    Obstacle(Obstacle),
}

impl From<Obstacle> for Refusal {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::AlreadyLoaded { .. } => Self::DatabaseNotEmpty,
            other => Self::Obstacle(other.into()),
        }
    }
}

/// Restores a backup; gives what the comparison after it found. Nothing is overwritten.
///
/// # Errors
/// Why nothing was restored.
pub async fn restore(backup: &Path, target: &Target, halt: &Halt) -> Result<BackupProof, Refusal> {
    let to_folder = matches!(target.location, Location::Folder(_));
    // PostgreSQL leaves the data folder alone: the evidence is all that is put there.
    let place = if to_folder { &target.data } else { &target.evidence };
    if to_folder {
        empty(&target.data)?;
    }
    empty(&target.evidence)?;
    if !to_folder {
        // Before anything is copied; filling it asks once more, in its transaction.
        let database = Storage::open(target.location.clone()).await?;
        let contents = database.contents().await;
        database.close().await?;
        if contents?.counts.values().any(|rows| *rows > 0) {
            return Err(Refusal::DatabaseNotEmpty);
        }
    }
    let scratch = beside(place)?;
    let failed = |why: io::Error| Obstacle::at(&scratch, &why);
    disk::remove_folder(&scratch).map_err(failed)?;
    let restored = put(backup, target, &scratch, halt).await;
    // After a success nothing of it is there any more.
    disk::remove_folder(&scratch).map_err(failed)?;
    restored
}

async fn put(backup: &Path, target: &Target, scratch: &Path, halt: &Halt) -> Result<BackupProof, Refusal> {
    let manifest = match restore_into(backup, scratch, halt).await? {
        (Some(manifest), proof) if proof.is_proved() => manifest,
        (_, proof) => return Err(Refusal::NotProved(proof)),
    };
    match &target.location {
        Location::Folder(_) => {
            if !target.evidence.starts_with(&target.data) {
                move_folder(scratch.join(EVIDENCE), target.evidence.clone(), halt).await?;
            } else if target.evidence != target.data.join(EVIDENCE) {
                let inside = target.evidence.strip_prefix(&target.data).unwrap_or(Path::new(EVIDENCE));
                move_folder(scratch.join(EVIDENCE), scratch.join(inside), halt).await?;
            }
            move_folder(scratch.to_owned(), target.data.clone(), halt).await?;
        }
        Location::Url(_) => {
            let database = Storage::open(target.location.clone()).await?;
            let filled = fill(&database, scratch).await;
            database.close().await?;
            filled?;
            move_folder(scratch.join(EVIDENCE), target.evidence.clone(), halt).await?;
        }
    }
    prove_after(target, &manifest, halt).await
}

async fn fill(database: &Storage, scratch: &Path) -> Result<(), Refusal> {
    let source = Storage::open(Location::Folder(scratch.to_owned())).await?;
    let filled = database.fill_from(&source).await;
    source.close().await?;
    Ok(filled?)
}

async fn prove_after(target: &Target, manifest: &Manifest, halt: &Halt) -> Result<BackupProof, Refusal> {
    let at = crate::clock::Clock::real();
    let mut proof = BackupProof { at, entries: 0, objects: 0, files: 0, faults: Vec::new() };
    examine(target.location.clone(), &target.evidence, &manifest.contents, &mut proof, halt).await?;
    if proof.is_proved() { Ok(proof) } else { Err(Refusal::NotProved(proof)) }
}

/// Refuses a folder in which something is.
fn empty(folder: &Path) -> Result<(), Refusal> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(Ok(entry)) => {
                Err(Refusal::NotEmpty(folder.to_owned(), entry.file_name().to_string_lossy().into_owned()))
            }
            Some(Err(why)) => Err(Obstacle::at(folder, &why).into()),
        },
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(Obstacle::at(folder, &why).into()),
    }
}

/// A folder beside another one, on the same disk, so that what was restored there only changes its name.
fn beside(folder: &Path) -> Result<PathBuf, Refusal> {
    let whole = std::path::absolute(folder).map_err(|why| Obstacle::at(folder, &why))?;
    let (Some(parent), Some(name)) = (whole.parent(), whole.file_name()) else {
        let detail = format!("{}: no folder can stand beside it", folder.display());
        return Err(Obstacle { kind: BackupObstacle::Failed, detail }.into());
    };
    fs::create_dir_all(parent).map_err(|why| Obstacle::at(parent, &why))?;
    Ok(parent.join(format!(".restoring-{}", name.to_string_lossy())))
}

/// Gives a folder the name of one that is empty or not there; on another disk its files are copied.
async fn move_folder(from: PathBuf, to: PathBuf, halt: &Halt) -> Result<(), Obstacle> {
    let halt = halt.clone();
    aside(move || move_now(&from, &to, &halt).map_err(|why| Obstacle::at(&to, &why))).await
}

fn move_now(from: &Path, to: &Path, halt: &Halt) -> io::Result<()> {
    let to = std::path::absolute(to)?;
    let parent = to.parent().unwrap_or(&to);
    fs::create_dir_all(parent)?;
    match fs::remove_dir(&to) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
        _ => {}
    }
    match fs::rename(from, &to) {
        Err(why) if why.kind() == io::ErrorKind::CrossesDevices => copy_folder(from, &to, halt)?,
        done => done?,
    }
    disk::sync_folder(parent)
}

fn copy_folder(from: &Path, to: &Path, halt: &Halt) -> io::Result<()> {
    fs::create_dir(to)?;
    // The database last: without it nothing is taken for data.
    let mut entries = fs::read_dir(from)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(|entry| entry.file_name() == DATABASE);
    for entry in entries {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target, halt)?;
        } else {
            disk::copy(&entry.path(), &target, halt)?;
        }
    }
    disk::sync_folder(to)
}
