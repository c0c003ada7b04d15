//! The disk under a folder: its file system, whether it can be written, how long a small write takes to be durable.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// File systems that live in memory: what is written there is gone with the power.
pub(super) const IN_MEMORY: [&str; 2] = ["tmpfs", "ramfs"];
/// File systems over a network, whose locks and shared memory SQLite's log can't rely on.
pub(super) const OVER_NETWORK: [&str; 7] = ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "afs"];

/// The kind of the file system of a folder, where the system tells.
pub(super) fn file_system(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    file_system_of(&fs::read_to_string("/proc/self/mounts").ok()?, &folder)
}

/// The kind of the innermost mount that holds `folder`; of two at one place the later one is on top.
fn file_system_of(mounts: &str, folder: &Path) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut words = line.split_whitespace().skip(1);
        let (Some(place), Some(kind)) = (words.next(), words.next()) else { continue };
        // A space in a path stands there as its number.
        let place = PathBuf::from(place.replace("\\040", " "));
        let depth = place.components().count();
        if folder.starts_with(&place) && best.is_none_or(|(deepest, _)| depth >= deepest) {
            best = Some((depth, kind));
        }
    }
    best.map(|(_, kind)| kind.to_owned())
}

/// The folder, or the one above it that is there.
pub(super) fn existing(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    whole.ancestors().find(|above| above.exists()).map_or(whole.clone(), Path::to_owned)
}

/// Writes a small file, puts it on the disk and removes it; gives how long that took.
pub(super) fn durable_write(folder: &Path) -> io::Result<Duration> {
    let probe = folder.join(format!(".anju-doctor-{}", std::process::id()));
    let begun = Instant::now();
    let written = File::create_new(&probe).and_then(|mut file| {
        file.write_all(&[7; 4096])?;
        file.sync_all()
    });
    let removed = fs::remove_file(&probe);
    written?;
    removed?;
    Ok(begun.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_counts() {
        let mounts = "/dev/a / ext4 rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n/dev/b /tmp/my\\040disk xfs rw 0 0\n";
        let kind = |folder: &str| file_system_of(mounts, Path::new(folder));
        assert_eq!(kind("/home/a").as_deref(), Some("ext4"));
        assert_eq!(kind("/tmp/a").as_deref(), Some("tmpfs"));
        assert_eq!(kind("/tmp/my disk/a").as_deref(), Some("xfs"));
    }
}
