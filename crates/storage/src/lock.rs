//! One process writes to a folder: it holds this lock until it ends, however it ends.

use crate::{StorageError, make_folder};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// Takes the lock of a folder, which is made when it is missing. The lock ends with the file's last handle.
pub(crate) fn lock(folder: &Path) -> Result<File, StorageError> {
    let unavailable = |why: std::io::Error| StorageError::Unavailable(format!("{}: {why}", folder.display()));
    make_folder(folder).map_err(unavailable)?;
    let file =
        File::options().create(true).truncate(false).write(true).open(folder.join("anju.lock")).map_err(unavailable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StorageError::Locked),
        Err(TryLockError::Error(why)) => Err(unavailable(why)),
    }
}
