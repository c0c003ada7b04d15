//! Receiving a file: its bytes go to the disk as they come, and are looked at before they are kept.

use super::{CONTENT, Files, INCOMING, PREVIEW, failed, kind, place, preview::preview};
use crate::{clock::Clock, first_accounts::new_id, http::refusal::Refusal};
use anju_domain::finding::Finding;
use axum::body::{Body, Bytes};
use futures_util::StreamExt;
use object_store::{MultipartUpload, ObjectStoreExt, path::Path as Place};
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, time::Duration};
use tokio::time::timeout;

/// The most bytes of a file.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// What is read of a file that is too large, so that the answer reaches who sends it.
const READ_TO_ANSWER: usize = 3 * LARGEST_FILE;
/// The next bytes must be here by then.
const NEXT_WITHIN: Duration = Duration::from_secs(30);

/// A file that has come whole and was not yet looked at. It is gone when it is dropped.
#[derive(Debug)]
pub struct Landed {
    files: Files,
    upload: Box<dyn MultipartUpload>,
    incoming: Place,
    /// Bytes.
    pub size: usize,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

impl Files {
    /// Receives a file. When who sends it goes away, nothing of it remains.
    ///
    /// # Errors
    /// It is empty, too large or cut, or the folder fails.
    pub async fn receive(&self, body: Body) -> Result<Landed, Refusal> {
        let incoming = place(INCOMING, &new_id(Clock::real().timestamp_millis()).to_string());
        let mut upload = self.store.put_multipart(&incoming).await.map_err(|error| failed(&error))?;
        let (mut digest, mut size) = (Sha256::new(), 0);
        let mut bytes = body.into_data_stream();
        while let Some(part) = next(&mut bytes).await? {
            size += part.len();
            if size > READ_TO_ANSWER {
                break;
            }
            if size <= LARGEST_FILE {
                digest.update(&part);
                upload.put_part(part.into()).await.map_err(|error| failed(&error))?;
            }
        }
        match size {
            0 => Err(refused("empty_file")),
            1..=LARGEST_FILE => {
                let sha256 = hexadecimal(&digest.finalize());
                Ok(Landed { files: self.clone(), upload, incoming, size, sha256 })
            }
            _ => Err(Refusal::FileTooLarge),
        }
    }
}

impl Landed {
    /// Looks at the file and keeps it, when it is one of the kinds that are taken; gives its media type.
    ///
    /// # Errors
    /// It is of another kind, or the folder fails.
    pub async fn keep(mut self) -> Result<&'static str, Refusal> {
        let store = &self.files.store;
        self.upload.complete().await.map_err(|error| failed(&error))?;
        let content = store.get(&self.incoming).await.map_err(|error| failed(&error))?;
        let content = content.bytes().await.map_err(|error| failed(&error))?;
        let Some(media_type) = kind::media_type(&content) else {
            store.delete(&self.incoming).await.map_err(|error| failed(&error))?;
            return Err(refused("wrong_kind"));
        };
        store.rename(&self.incoming, &place(CONTENT, &self.sha256)).await.map_err(|error| failed(&error))?;
        if media_type.starts_with("image/") {
            self.files.make_preview(&self.sha256, content).await?;
        }
        Ok(media_type)
    }
}

impl Files {
    /// Makes the preview of a picture; one that can't be read has none.
    async fn make_preview(&self, sha256: &str, content: Bytes) -> Result<(), Refusal> {
        let _turn = self.previews.acquire().await.map_err(|_| Refusal::Unavailable)?;
        let made = tokio::task::spawn_blocking(move || preview(&content)).await;
        // A reader of pictures that panics is no reason to lose the file.
        let Ok(Some(small)) = made else { return Ok(()) };
        self.store.put(&place(PREVIEW, sha256), small.into()).await.map(drop).map_err(|error| failed(&error))
    }
}

/// The next bytes; none at the end.
async fn next(bytes: &mut axum::body::BodyDataStream) -> Result<Option<Bytes>, Refusal> {
    match timeout(NEXT_WITHIN, bytes.next()).await {
        Ok(None) => Ok(None),
        Ok(Some(Ok(part))) => Ok(Some(part)),
        // Nobody is there to read the answer, or they are too slow.
        Ok(Some(Err(_))) | Err(_) => Err(Refusal::Unavailable),
    }
}

fn refused(why: &'static str) -> Refusal {
    Refusal::Refused(vec![Finding::malformed("content", why)])
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(2 * digest.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
