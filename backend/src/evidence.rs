//! The files that show that something was done: their content lies beside the database, in a folder of its own.
//!
//! Content is named by its SHA-256, so that it can't be overwritten by another one, and the same photo lies there once.
//! It is written, put on the disk and only then entered into the database; content that no row names is what a server
//! that was killed has left, and is removed at the next start.

mod kind;
mod name;
mod preview;
mod receive;

pub use name::file_name;
pub use receive::{LARGEST_FILE, Landed};

use crate::http::refusal::Refusal;
use anju_storage::{Storage, StorageError, make_folder};
use axum::body::{Body, Bytes};
use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Place};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::Semaphore;

/// Where files are brought to.
pub(crate) const PATH: &str = "/api/v1/evidence/";
/// Where content is on its way; nothing there outlives a start.
const INCOMING: &str = "incoming";
/// Where content stays.
const CONTENT: &str = "content";
/// Where the small previews are.
const PREVIEW: &str = "preview";
/// How many previews are made at a time: each may need much memory.
const PREVIEWS_AT_A_TIME: usize = 2;

/// The files of this server; cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<LocalFileSystem>,
    folder: PathBuf,
    previews: Arc<Semaphore>,
}

impl Files {
    /// Opens the folder, which is made when it is not there.
    ///
    /// # Errors
    /// The folder can't be made or read.
    pub fn open(folder: &Path) -> io::Result<Self> {
        make_folder(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(io::Error::other)?.with_fsync(true);
        let previews = Arc::new(Semaphore::new(PREVIEWS_AT_A_TIME));
        Ok(Self { store: Arc::new(store), folder: folder.to_owned(), previews })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The content with this digest, as it is read.
    ///
    /// # Errors
    /// It is not there or can't be read.
    pub async fn content(&self, sha256: &str) -> Result<Body, Refusal> {
        let found = self.store.get(&place(CONTENT, sha256)).await.map_err(|error| failed(&error))?;
        Ok(Body::from_stream(found.into_stream()))
    }

    /// The small preview of a picture with this digest, a JPEG.
    ///
    /// # Errors
    /// There is none, or it can't be read.
    pub async fn preview(&self, sha256: &str) -> Result<Bytes, Refusal> {
        let found = self.store.get(&place(PREVIEW, sha256)).await.map_err(|error| failed(&error))?;
        found.bytes().await.map_err(|error| failed(&error))
    }

    /// Whether there is a preview.
    pub async fn has_preview(&self, sha256: &str) -> bool {
        self.store.head(&place(PREVIEW, sha256)).await.is_ok()
    }

    /// Removes what no row names and was there before: what uploads that did not end have left. Gives how many.
    ///
    /// # Errors
    /// The folder can't be read, or the storage fails.
    pub async fn remove_orphans(&self, storage: &Storage, before: DateTime<Utc>) -> Result<usize, StorageError> {
        let unavailable = |error: object_store::Error| StorageError::Unavailable(error.to_string());
        let known: BTreeSet<String> = storage.evidence_digests().await?.into_iter().collect();
        let mut removed = 0;
        let lying: Vec<_> = self.store.list(None).try_collect().await.map_err(unavailable)?;
        for object in lying {
            let is_known = object.location.filename().is_some_and(|name| known.contains(name));
            let is_incoming = object.location.as_ref().starts_with(INCOMING);
            if (is_incoming || !is_known) && object.last_modified < before {
                self.store.delete(&object.location).await.map_err(unavailable)?;
                removed += 1;
            }
        }
        for part in [INCOMING, CONTENT, PREVIEW] {
            removed += self.remove_unfinished(part, before).unwrap_or_default();
        }
        Ok(removed)
    }

    /// Removes what was being written: it has a number after `#`, and the store itself does not list it.
    fn remove_unfinished(&self, part: &str, before: DateTime<Utc>) -> io::Result<usize> {
        let mut removed = 0;
        for entry in fs::read_dir(self.folder.join(part))? {
            let entry = entry?;
            let is_unfinished = entry.file_name().to_string_lossy().contains('#');
            if is_unfinished && DateTime::<Utc>::from(entry.metadata()?.modified()?) < before {
                fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

fn place(part: &str, name: &str) -> Place {
    Place::from_iter([part, name])
}

/// What the store answers, as a refusal.
fn failed(error: &object_store::Error) -> Refusal {
    match error {
        object_store::Error::NotFound { .. } => Refusal::NotFound,
        _ => {
            tracing::error!(%error, "the folder of the evidence failed");
            Refusal::Unavailable
        }
    }
}
