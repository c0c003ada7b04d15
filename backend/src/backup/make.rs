//! Makes a backup: the database first, then the files that its rows name, which were there before their rows.

use super::{
    DATABASE, EVIDENCE,
    disk::{self, Halt, Seal, aside, free_space},
    manifest::{Manifest, Sealed, place},
    obstacle::Obstacle,
    shelf::Shelf,
};
use crate::clock::Clock;
use anju_domain::api::BackupObstacle;
use anju_storage::{Chain, Contents, EvidenceFile, Location, Storage};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What stays free on the disk beside a backup and its restore.
const KEPT_FREE: u64 = 256 << 20;

/// Makes a backup of the storage and its evidence on a shelf, while others write; gives its folder. What was
/// acknowledged before this call is in it.
///
/// # Errors
/// What stands in its way; the shelf is then as it was.
pub async fn make(storage: &Storage, evidence: &Path, shelf: &Shelf, halt: &Halt) -> Result<PathBuf, Obstacle> {
    let made_at = Clock::real();
    let (name, unfinished) = shelf.begin(made_at)?;
    let made = fill(storage, evidence, &unfinished, made_at, halt).await;
    if let Err(obstacle) = made {
        // What remains in spite of this is removed when the next one begins.
        let _ = disk::remove_folder(&unfinished);
        return Err(obstacle);
    }
    shelf.finish(&unfinished, &name)
}

async fn fill(
    storage: &Storage,
    evidence: &Path,
    folder: &Path,
    made_at: chrono::DateTime<chrono::Utc>,
    halt: &Halt,
) -> Result<(), Obstacle> {
    let before = storage.contents().await?;
    storage.copy_into(folder).await?;
    let (contents, rows) = read_copy(folder, halt).await?;
    if let Some(chain) = falls_behind(&before.chains, &contents.chains) {
        let detail = format!("the copy of {} ends before entry {}", chain.programme, chain.sequence);
        return Err(Obstacle { kind: BackupObstacle::Failed, detail });
    }
    let source = storage.database_version().await?;
    let (evidence, folder, halt) = (evidence.to_owned(), folder.to_owned(), halt.clone());
    aside(move || {
        let database = folder.join(DATABASE);
        let seal = disk::seal(&database, &halt).map_err(|why| Obstacle::at(&database, &why))?;
        enough_space(&folder, seal.size, &rows)?;
        let files = copy_files(&evidence, &folder, &rows, &halt)?;
        let database = sealed(DATABASE.to_owned(), seal);
        let manifest = Manifest::new(made_at, source, database, files, contents);
        manifest.write(&folder).map_err(|why| Obstacle::at(&folder, &why))
    })
    .await
}

/// A chain that the copy does not hold as far as it was acknowledged.
fn falls_behind<'a>(before: &'a [Chain], copied: &[Chain]) -> Option<&'a Chain> {
    before.iter().find(|chain| {
        let copy = copied.iter().find(|copy| copy.programme == chain.programme);
        copy.is_none_or(|copy| copy.sequence < chain.sequence)
    })
}

/// What the copy holds, read from a second copy: opening a database as every server does changes its file.
async fn read_copy(folder: &Path, halt: &Halt) -> Result<(Contents, Vec<EvidenceFile>), Obstacle> {
    let scratch = folder.join("reading");
    let (from, to, halt) = (folder.join(DATABASE), scratch.clone(), halt.clone());
    aside(move || {
        fs::create_dir(&to).map_err(|why| Obstacle::at(&to, &why))?;
        disk::copy(&from, &to.join(DATABASE), &halt).map_err(|why| Obstacle::at(&to, &why))
    })
    .await?;
    let copy = Storage::open(Location::Folder(scratch.clone())).await?;
    let read = async { Ok::<_, Obstacle>((copy.contents().await?, copy.evidence_files().await?)) }.await;
    copy.close().await?;
    disk::remove_folder(&scratch).map_err(|why| Obstacle::at(&scratch, &why))?;
    read
}

/// Refuses what would fill the disk: the files are copied, and all of it once more to prove it.
fn enough_space(folder: &Path, database: u64, rows: &[EvidenceFile]) -> Result<(), Obstacle> {
    let files = rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.size.unsigned_abs()));
    let needed = files.saturating_mul(2).saturating_add(database).saturating_add(KEPT_FREE);
    match free_space(folder).map_err(|why| Obstacle::at(folder, &why))? {
        Some(free) if free < needed => {
            let detail = format!("{}: {free} bytes are free, {needed} are needed", folder.display());
            Err(Obstacle { kind: BackupObstacle::NoSpace, detail })
        }
        _ => Ok(()),
    }
}

/// Copies the contents that rows name and their previews. What is missing or changed is left to the proof to tell.
fn copy_files(evidence: &Path, folder: &Path, rows: &[EvidenceFile], halt: &Halt) -> Result<Vec<Sealed>, Obstacle> {
    let mut files = Vec::new();
    for part in ["content", "preview"] {
        let into = folder.join(EVIDENCE).join(part);
        fs::create_dir_all(&into).map_err(|why| Obstacle::at(&into, &why))?;
        let mut last = None;
        for row in rows {
            // Two rows that tell of one content differently are copied once.
            if last.replace(&row.sha256) == Some(&row.sha256) {
                continue;
            }
            let from = evidence.join(part).join(&row.sha256);
            match disk::copy(&from, &into.join(&row.sha256), halt) {
                Ok(seal) => files.push(sealed(place(part, &row.sha256), seal)),
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(Obstacle::at(&from, &why)),
            }
        }
        disk::sync_folder(&into).map_err(|why| Obstacle::at(&into, &why))?;
    }
    Ok(files)
}

fn sealed(name: String, seal: Seal) -> Sealed {
    Sealed { name, size: seal.size, sha256: seal.sha256 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_copy_that_ends_too_early_is_noticed() {
        let chain = |programme, sequence| Chain { programme, revision: sequence, sequence, hash: String::new() };
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let before = [chain(one, 3), chain(two, 5)];
        assert_eq!(falls_behind(&before, &[chain(one, 4), chain(two, 5)]), None);
        assert_eq!(falls_behind(&before, &[chain(one, 3), chain(two, 4)]), Some(&before[1]));
        assert_eq!(falls_behind(&before, &[chain(two, 5)]), Some(&before[0]));
    }
}
