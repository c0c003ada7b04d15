//! Where things lie in the workspace, and reading and writing with errors that name the file.

use crate::failure::{Explain, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the workspace: two folders above this crate. Cargo names the crate's folder to what it runs; a program
/// that was moved with its workspace must not look where it was compiled.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.ancestors().nth(2).unwrap_or(&here).to_path_buf()
}

/// A path below the workspace's target folder. `CARGO_TARGET_DIR` is not asked: the server embeds `target/web` from here.
pub(crate) fn target(path: &str) -> PathBuf {
    root().join("target").join(path)
}

pub(crate) fn make(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).explain(|| format!("the folder {} cannot be made", folder.display()))
}

/// Removes a folder with all that is in it; one that is not there is gone already.
pub(crate) fn remove(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).explain(|| format!("the folder {} cannot be removed", folder.display()))?;
    }
    Ok(())
}

pub(crate) fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).explain(|| format!("{} cannot be read", file.display()))
}

pub(crate) fn read_text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).explain(|| format!("{} cannot be read", file.display()))
}

pub(crate) fn write(file: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(folder) = file.parent() {
        make(folder)?;
    }
    fs::write(file, bytes).explain(|| format!("{} cannot be written", file.display()))
}

/// Writes only what differs, so that whoever watches the file's time is not woken for nothing.
pub(crate) fn write_if_changed(file: &Path, bytes: &[u8]) -> Outcome<()> {
    if fs::read(file).is_ok_and(|old| old == bytes) { Ok(()) } else { write(file, bytes) }
}

/// All files below a folder, as paths relative to it, sorted. A folder that does not exist has none.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        if !next.is_dir() {
            continue;
        }
        let entries = fs::read_dir(&next).explain(|| format!("the folder {} cannot be read", next.display()))?;
        for entry in entries {
            let path = entry.explain(|| format!("the folder {} cannot be read", next.display()))?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.push(relative.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.lock").is_file());
    }
}
