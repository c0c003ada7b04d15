//! Files as backups need them: copied and hashed in one reading, and on the disk before anybody relies on them.

use super::obstacle::Obstacle;
use anju_domain::api::BackupObstacle;
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// How many bytes are read at once; between them a copy can be told to end.
const READ_AT_ONCE: usize = 1 << 20;

/// Tells copying that it is to end: the server stops.
#[derive(Clone, Debug, Default)]
pub struct Halt(Arc<AtomicBool>);

impl Halt {
    /// Ends what is under way.
    pub fn halt(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn check(&self) -> io::Result<()> {
        if self.0.load(Ordering::Relaxed) { Err(io::Error::other("the server is stopping")) } else { Ok(()) }
    }
}

/// What tells a file's content from any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    /// Bytes.
    pub(super) size: u64,
    /// SHA-256, hexadecimal.
    pub(super) sha256: String,
}

/// The seal of a file.
pub(super) fn seal(path: &Path, halt: &Halt) -> io::Result<Seal> {
    pour(&mut File::open(path)?, &mut io::sink(), halt)
}

/// Copies a file to a name that is free, and puts it on the disk. Gives the seal of what was read.
pub(super) fn copy(from: &Path, to: &Path, halt: &Halt) -> io::Result<Seal> {
    let mut source = File::open(from)?;
    let mut target = File::create_new(to)?;
    let seal = pour(&mut source, &mut target, halt)?;
    target.sync_all()?;
    Ok(seal)
}

fn pour(from: &mut impl Read, to: &mut impl Write, halt: &Halt) -> io::Result<Seal> {
    let (mut digest, mut size) = (Sha256::new(), 0_u64);
    let mut bytes = vec![0; READ_AT_ONCE];
    loop {
        halt.check()?;
        let count = from.read(&mut bytes)?;
        let some = bytes.get(..count).unwrap_or_default();
        if some.is_empty() {
            break;
        }
        digest.update(some);
        to.write_all(some)?;
        size += some.len() as u64;
    }
    Ok(Seal { size, sha256: hexadecimal(&digest.finalize()) })
}

pub(super) fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(2 * digest.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a small file under another name, puts it on the disk and renames it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("unfinished");
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Puts the names of a folder on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere folders can't be opened, and their names are kept by the file system's own log.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Removes a folder with all that is in it, when it is there.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// How many bytes may still be written where a folder is; none where the system does not tell.
///
/// # Errors
/// The folder can't be looked at.
pub fn free_space(folder: &Path) -> io::Result<Option<u64>> {
    #[cfg(unix)]
    {
        let told = rustix::fs::statvfs(folder)?;
        Ok(Some(told.f_bavail.saturating_mul(told.f_frsize)))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(None)
    }
}

/// Does something with files off the threads that serve.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Obstacle> + Send + 'static,
) -> Result<T, Obstacle> {
    let failed = |why: tokio::task::JoinError| Obstacle { kind: BackupObstacle::Failed, detail: why.to_string() };
    tokio::task::spawn_blocking(work).await.map_err(failed)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_seal_of_what_was_read_and_overwrites_nothing() {
        let folder = std::env::temp_dir().join(format!("anju_disk_{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let (one, two) = (folder.join("one"), folder.join("two"));
        write(&one, b"abc").unwrap();
        let halt = Halt::default();
        let copied = copy(&one, &two, &halt).unwrap();
        assert_eq!(copied.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!((copied.size, seal(&two, &halt).unwrap()), (3, copied.clone()));
        assert_eq!(copy(&one, &two, &halt).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert!(free_space(&folder).unwrap().is_none_or(|bytes| bytes > 0));
        halt.halt();
        assert!(seal(&two, &halt).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
