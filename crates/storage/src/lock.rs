//! One process writes to a folder: it holds this lock until it ends, however it ends.

use crate::{StorageError, make_folder};
use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::Path,
};

const LOCK: &str = "anju.lock";

/// Takes the lock of a folder, which is made when it is missing. The lock ends with the file's last handle.
pub(crate) fn lock(folder: &Path) -> Result<File, StorageError> {
    let unavailable = |why: io::Error| StorageError::Unavailable(format!("{}: {why}", folder.display()));
    make_folder(folder).map_err(unavailable)?;
    let mut file =
        File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).map_err(unavailable)?;
    match file.try_lock() {
        Ok(()) => {
            // Only for whoever asks who holds it: the lock itself is the system's.
            let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => Err(StorageError::Locked),
        Err(TryLockError::Error(why)) => Err(unavailable(why)),
    }
}

/// The number of the process that writes to a folder, as it has written it; none when nobody does.
///
/// # Errors
/// The lock can't be looked at.
pub fn lock_holder(folder: &Path) -> io::Result<Option<String>> {
    let file = match File::open(folder.join(LOCK)) {
        Ok(file) => file,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(why),
    };
    match file.try_lock_shared() {
        Ok(()) => file.unlock().map(|()| None),
        Err(TryLockError::WouldBlock) => fs::read_to_string(folder.join(LOCK)).map(Some),
        Err(TryLockError::Error(why)) => Err(why),
    }
}
