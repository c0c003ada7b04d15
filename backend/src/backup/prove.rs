//! Proves a backup: restores it into a scratch folder and compares everything with the manifest and the rows.

use super::{
    DATABASE, EVIDENCE,
    disk::{self, Halt, aside},
    files,
    manifest::{MANIFEST, Manifest, Sealed},
    obstacle::Obstacle,
    shelf::PROOF,
};
use crate::clock::Clock;
use anju_domain::api::{BackupFault, BackupFaultKind as Kind, BackupProof};
use anju_storage::{Contents, Location, Storage, StorageError, StructureFault};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

/// Restores a backup into a scratch folder, which is removed again, and compares all of it.
///
/// # Errors
/// It could not be tried; what is wrong with the backup is in the proof.
pub async fn prove(backup: &Path, scratch: &Path, halt: &Halt) -> Result<BackupProof, Obstacle> {
    disk::remove_folder(scratch).map_err(|why| Obstacle::at(scratch, &why))?;
    let proof = match restore_into(backup, scratch, halt).await {
        Ok((_, proof)) => Ok(proof),
        Err(why) => Err(why),
    };
    disk::remove_folder(scratch).map_err(|why| Obstacle::at(scratch, &why))?;
    proof
}

/// Restores a backup into a folder that is not there yet, and compares all of it. Gives the manifest when it can be read.
pub(super) async fn restore_into(
    backup: &Path,
    folder: &Path,
    halt: &Halt,
) -> Result<(Option<Manifest>, BackupProof), Obstacle> {
    let mut proof = BackupProof { at: Clock::real(), entries: 0, objects: 0, files: 0, faults: Vec::new() };
    let manifest = match Manifest::read(backup) {
        Ok((manifest, _)) => manifest,
        Err(fault) => {
            proof.faults.push(fault);
            return Ok((None, proof));
        }
    };
    let (from, to, named, halt_) = (backup.to_owned(), folder.to_owned(), manifest.clone(), halt.clone());
    proof.faults = aside(move || copy_all(&from, &to, &named, &halt_)).await?;
    let location = Location::Folder(folder.to_owned());
    examine(location, &folder.join(EVIDENCE), &manifest.contents, &mut proof, halt).await?;
    proof.at = Clock::real();
    Ok((Some(manifest), proof))
}

/// Copies what the manifest names; what is missing, changed or not named is a fault.
fn copy_all(backup: &Path, folder: &Path, manifest: &Manifest, halt: &Halt) -> Result<Vec<BackupFault>, Obstacle> {
    let mut faults = Vec::new();
    for part in ["content", "preview"] {
        let folder = folder.join(EVIDENCE).join(part);
        fs::create_dir_all(&folder).map_err(|why| Obstacle::at(&folder, &why))?;
    }
    for file in manifest.files.iter().chain([&manifest.database]) {
        let is_database = file.name == DATABASE;
        let (missing, changed) = match is_database {
            true => (Kind::DatabaseUnreadable, Kind::DatabaseChanged),
            false => (Kind::FileMissing, Kind::FileChanged),
        };
        let (from, to) = (backup.join(&file.name), folder.join(&file.name));
        match disk::copy(&from, &to, halt) {
            Ok(found) if found.size == file.size && found.sha256 == file.sha256 => {}
            Ok(found) => faults.push(fault(changed, file, seals(file, &found))),
            Err(why) if why.kind() == io::ErrorKind::NotFound => faults.push(fault(missing, file, why.to_string())),
            Err(why) => return Err(Obstacle::at(&from, &why)),
        }
    }
    for name in unnamed(backup, manifest).map_err(|why| Obstacle::at(backup, &why))? {
        faults.push(BackupFault { kind: Kind::FileUnknown, name, detail: String::new() });
    }
    for part in ["", EVIDENCE, "evidence/content", "evidence/preview"] {
        let part = folder.join(part);
        disk::sync_folder(&part).map_err(|why| Obstacle::at(&part, &why))?;
    }
    Ok(faults)
}

fn fault(kind: Kind, file: &Sealed, detail: String) -> BackupFault {
    BackupFault { kind, name: file.name.clone(), detail }
}

fn seals(file: &Sealed, found: &disk::Seal) -> String {
    // Without words: it stands behind a sentence in either language.
    format!("{} B, SHA-256 {} ≠ {} B, SHA-256 {}", file.size, file.sha256, found.size, found.sha256)
}

/// The files of a backup that its manifest does not name, by their places.
fn unnamed(backup: &Path, manifest: &Manifest) -> io::Result<Vec<String>> {
    let named: BTreeSet<PathBuf> = manifest.files.iter().map(|file| backup.join(&file.name)).collect();
    let own = [DATABASE, MANIFEST, PROOF].map(|name| backup.join(name));
    let mut strange = Vec::new();
    let mut folders = vec![backup.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if kind.is_dir() {
                folders.push(path);
            } else if !named.contains(&path) && !own.contains(&path) {
                strange.push(path.strip_prefix(backup).unwrap_or(&path).to_string_lossy().into_owned());
            }
        }
    }
    strange.sort();
    Ok(strange)
}

/// Opens a restored database as every server does, and compares it and its files. Sessions have ended in it.
pub(super) async fn examine(
    location: Location,
    evidence: &Path,
    expected: &Contents,
    proof: &mut BackupProof,
    halt: &Halt,
) -> Result<(), Obstacle> {
    let unreadable = |why: StorageError| BackupFault {
        kind: Kind::DatabaseUnreadable,
        name: DATABASE.to_owned(),
        detail: why.to_string(),
    };
    let storage = match Storage::open(location).await {
        Ok(storage) => storage,
        Err(why) => {
            proof.faults.push(unreadable(why));
            return Ok(());
        }
    };
    if let Err(why) = compare(&storage, expected, proof).await {
        proof.faults.push(unreadable(why));
    } else {
        let found = files::check(&storage, evidence, halt).await?;
        proof.files = found.compared;
        let named = |kind| move |file: files::NamedFile| BackupFault { kind, name: file.name, detail: file.detail };
        proof.faults.extend(found.missing.into_iter().map(named(Kind::FileMissing)));
        proof.faults.extend(found.changed.into_iter().map(named(Kind::FileChanged)));
    }
    // A database that is damaged may not close in order either; that was told above.
    let _ = storage.close().await;
    Ok(())
}

async fn compare(storage: &Storage, expected: &Contents, proof: &mut BackupProof) -> Result<(), StorageError> {
    storage.end_all_sessions().await?;
    for found in storage.check_structure().await? {
        proof.faults.push(match found {
            StructureFault::Damaged(detail) => {
                BackupFault { kind: Kind::DatabaseDamaged, name: DATABASE.to_owned(), detail }
            }
            StructureFault::Reference { table, parent } => {
                BackupFault { kind: Kind::ReferenceBroken, name: table, detail: parent }
            }
        });
    }
    let verified = storage.verify().await?;
    (proof.entries, proof.objects) = (verified.entries, verified.objects);
    proof.faults.extend(verified.faults.into_iter().map(|fault| BackupFault {
        kind: Kind::ChainBroken,
        name: format!("{} {}", fault.kind, fault.id),
        detail: fault.what,
    }));
    let found = storage.contents().await?;
    differences(Kind::CountDiffers, &expected.counts, &found.counts, proof);
    differences(Kind::TotalDiffers, &expected.totals, &found.totals, proof);
    if found.chains != expected.chains {
        let ends = |contents: &Contents| {
            let end = |chain: &anju_storage::Chain| format!("{} {} {}", chain.programme, chain.sequence, chain.hash);
            contents.chains.iter().map(end).collect::<Vec<_>>().join(", ")
        };
        let detail = format!("{}; there is {}", ends(expected), ends(&found));
        proof.faults.push(BackupFault { kind: Kind::HeadDiffers, name: "revision".to_owned(), detail });
    }
    Ok(())
}

/// Figures that differ. A table that a later version has added is empty after the restore of an older backup.
fn differences(kind: Kind, expected: &BTreeMap<String, i64>, found: &BTreeMap<String, i64>, proof: &mut BackupProof) {
    let names: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    for name in names {
        let figure = |figures: &BTreeMap<String, i64>| figures.get(name).copied().unwrap_or_default();
        let (should, is) = (figure(expected), figure(found));
        if should != is {
            proof.faults.push(BackupFault { kind, name: name.clone(), detail: format!("{should}; there is {is}") });
        }
    }
}
